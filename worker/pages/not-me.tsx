import { startAskPage } from "./ask-page.tsx";
import { client } from "./page-client.ts";
import { words } from "./page-words.ts";

startAskPage({ texts: words.ask.notMe, purpose: "not_me", act: (link) => client.account.reportNotMe({ link }) });
