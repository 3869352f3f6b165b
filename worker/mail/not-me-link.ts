import { signLink } from "../crypto/signed-link.ts";
import type { World } from "../world.ts";

/** The address of the page where the account's owner says 'this wasn't me' (promise S7). Its mail was made now. */
export async function makeNotMeLink(world: World, accountId: string): Promise<string> {
  const content = { accountId, madeAt: world.now, subject: "" };
  return `${world.settings.origin}/not-me?link=${await signLink(world.settings.macKey, "not-me", content)}`;
}
