import { startAskPage } from "./ask-page.tsx";
import { client } from "./page-client.ts";
import { words } from "./page-words.ts";

startAskPage({
  texts: words.ask.stopTwoFactorReset,
  purpose: "stop_two_factor_reset",
  act: (link) => client.twoFactorReset.stop({ link }),
  kind: "primary",
});
