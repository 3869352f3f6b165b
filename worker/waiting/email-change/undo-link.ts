import { type CheckedLink, checkSignedLink } from "../../crypto/checked-link.ts";
import type { World } from "../../world.ts";
import { undoLinkDays } from "./rules.ts";
import { changeIsUndoable } from "./store.ts";

/** Looks at a link as that of the mail to an old address. */
export function checkUndoLink(world: World, link: string): Promise<CheckedLink | null> {
  return checkSignedLink(world, link, {
    purpose: "undo-email",
    days: undoLinkDays,
    lives: ({ subject }) => changeIsUndoable(subject),
  });
}
