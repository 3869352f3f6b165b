import { startLinkPage } from "./link-page.tsx";
import { words } from "./page-words.ts";

await startLinkPage(words.unlock.title, "unlock");
