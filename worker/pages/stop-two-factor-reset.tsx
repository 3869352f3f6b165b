import { startAskPage } from "./ask-page.tsx";
import { client } from "./page-client.ts";
import { words } from "./page-words.ts";

startAskPage(words.ask.stopTwoFactorReset, (link) => client.twoFactorReset.stop({ link }), "primary");
