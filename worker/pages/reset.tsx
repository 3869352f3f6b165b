import { startLinkPage } from "./link-page.tsx";
import { words } from "./page-words.ts";

await startLinkPage(words.reset.title, "reset");
