import { startAskPage } from "./ask-page.tsx";
import { client } from "./page-client.ts";
import { words } from "./page-words.ts";

startAskPage(words.ask.undoEmail, (link) => client.account.undoEmailChange({ link }));
