import { ok } from "../../shared/outcome.ts";
import { startAskPage } from "./ask-page.tsx";
import { client } from "./page-client.ts";
import { words } from "./page-words.ts";

startAskPage({
  texts: words.ask.signOut,
  async act() {
    const ended = await client.session.end();
    // Anyone who is signed out already has what they came for.
    return !ended.ok && ended.code === "not_signed_in" ? ok(undefined) : ended;
  },
});
