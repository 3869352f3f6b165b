import { startFirst } from "../../first-codes/start.ts";

void startFirst();
