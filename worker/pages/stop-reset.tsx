import { startAskPage } from "./ask-page.tsx";
import { client } from "./page-client.ts";
import { words } from "./page-words.ts";

startAskPage(words.ask.stopReset, (token) => client.passwordReset.stop({ token }));
