import { startWelcome } from "../../welcome/start.tsx";

startWelcome();
