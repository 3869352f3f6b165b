import type { Guard } from "../guard.ts";
import { day } from "../time.ts";
import type { World } from "../world.ts";
import { type LinkContent, type LinkPurpose, openLink } from "./signed-link.ts";

/** A signed link that this service made: until when it can be used, and the condition under which it still can. */
export interface CheckedLink {
  accountId: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  lives: Guard;
}

/** Looks at a signed link of one purpose and uses nothing up; null where it is none, or too old. */
export async function checkSignedLink(
  world: World,
  link: string,
  { purpose, days, lives }: { purpose: LinkPurpose; days: number; lives: (content: LinkContent) => Guard },
): Promise<CheckedLink | null> {
  const lifetimeMs = days * day;
  const content = await openLink(world.settings.macKey, purpose, link, { now: world.now, lifetimeMs });
  return content && { accountId: content.accountId, expiresAt: content.madeAt + lifetimeMs, lives: lives(content) };
}
