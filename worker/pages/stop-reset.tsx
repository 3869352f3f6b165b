import { startAskPage } from "./ask-page.tsx";
import { client } from "./page-client.ts";
import { words } from "./page-words.ts";

startAskPage({ texts: words.ask.stopReset, act: (token) => client.passwordReset.stop({ token }) });
