import { pseudonymOf } from "../crypto/mac.ts";
import { emailKey } from "../email-address/rules.ts";
import type { World } from "../world.ts";
import { mailboxKey } from "./rules.ts";

/** What stands for a mailbox where its mails are counted: a MAC, without the +tag of the address. */
export function mailboxMac(world: World, email: string): Promise<string> {
  return pseudonymOf(world.settings.macKey, ["mail", "mailbox"], mailboxKey(emailKey(email)));
}
