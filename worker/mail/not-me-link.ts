import { signLink } from "../crypto/signed-link.ts";
import type { World } from "../world.ts";

/** The address of the page where the owner says 'this wasn't me' (promise S7): its mail is of now, about what the session of the request did. */
export async function makeNotMeLink(world: World, accountId: string): Promise<string> {
  const content = { accountId, madeAt: world.now, subject: world.sessionId ?? "" };
  return `${world.settings.origin}/not-me?link=${await signLink(world.settings.macKey, "not-me", content)}`;
}
