import { firstCodes } from "./first-codes.ts";

/** What the list of codes says of bringing, keeping and finding accounts. */
export const codes = {
  importFrom: "Import from another app",
  imported: (count: number) => (count === 1 ? "1 code added." : `${count} codes added.`),
  menu: firstCodes.menu,
  select: "Select codes",
  exportTo: "Back up or export",
  backup: {
    never: "Your codes have no backup yet.",
    old: (when: string) => `Last backup: ${when}. Your codes have changed since then.`,
    now: "Back up",
  },
  pinned: firstCodes.pinned,
  anyTag: firstCodes.anyTag,
  tagChoice: firstCodes.tagChoice,
  order: "Order",
  orders: { own: "My own order", recent: "Recently used first", name: "A to Z" },
  move: (name: string) => `Move ${name}`,
  moveHint: "Drag, or press Alt and an arrow key",
  moved: (name: string, place: number, of: number) => `${name} is now number ${place} of ${of}.`,
};
