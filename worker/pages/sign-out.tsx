import { ok } from "../../shared/outcome.ts";
import { startAskPage } from "./ask-page.tsx";
import { client } from "./page-client.ts";
import { words } from "./page-words.ts";

startAskPage(words.ask.signOut, async () => {
  const ended = await client.session.end();
  // Whoever is signed out already has what they came for.
  return !ended.ok && ended.code === "not_signed_in" ? ok(undefined) : ended;
});
