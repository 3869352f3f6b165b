import { words } from "./page-words.ts";
import { startProblemPage } from "./problem-page.tsx";

startProblemPage(words.notFound);
