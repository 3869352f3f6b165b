import { words } from "./page-words.ts";
import { startWayIn } from "./way-in-page.tsx";

await startWayIn(words.signIn.title, "sign-in");
