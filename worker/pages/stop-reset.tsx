import { startAskPage } from "./ask-page.tsx";
import { client } from "./page-client.ts";
import { words } from "./page-words.ts";

startAskPage({
  texts: words.ask.stopReset,
  purpose: "stop_reset",
  act: (token) => client.passwordReset.stop({ token }),
});
