import { answerClearing } from "../../clipboard/clear-here.ts";

answerClearing();
