import { ok } from "../../shared/outcome.ts";
import { startAskPage } from "./ask-page.tsx";
import { nextPage } from "./next-page.ts";
import { client } from "./page-client.ts";
import { words } from "./page-words.ts";

const here = new URL(location.href);

startAskPage({
  texts: words.ask.signOut,
  async act() {
    const ended = await client.session.end();
    // Anyone who is signed out already has what they came for.
    const isOut = ended.ok || ended.code === "not_signed_in";
    if (isOut && here.searchParams.has("next")) location.replace(nextPage(here));
    return isOut ? ok(undefined) : ended;
  },
});
