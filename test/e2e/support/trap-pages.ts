import type { FieldPage } from "./field-page.ts";

const hidden: FieldPage[] = [
  ["left of the page", "position:absolute;left:-9999px"],
  ["above the page", "position:absolute;top:-500px"],
  ["of no size", "width:1px;height:1px;padding:0;border:0"],
  ["cut away", "position:absolute;clip-path:inset(50%)"],
  ["cut away in the old way", "position:absolute;clip:rect(0 0 0 0)"],
  ["almost transparent", "opacity:0.01"],
  ["invisible", "visibility:hidden"],
].map(
  ([where, style]): FieldPage => ({
    what: `a trap ${where}`,
    body: `<h1>Authenticator code</h1><input name=trap autocomplete=one-time-code style='${style}'><input name=b>`,
    wanted: ["b"],
  }),
);
const hiddenByParts: FieldPage[] = [
  ["in a part that is folded", "<div style='height:0;overflow:hidden'>TRAP</div>"],
  ["in a transparent part", "<div style='opacity:0'>TRAP</div>"],
  ["that keyboards and screen readers do not find", "<div aria-hidden=true>TRAP</div>"],
  ["in a part that is inert", "<div inert>TRAP</div>"],
].map(
  ([where = "", part = ""]): FieldPage => ({
    what: `a trap ${where}`,
    body: `<h1>Authenticator code</h1>${part.replace("TRAP", "<input name=trap tabindex=-1 autocomplete=one-time-code>")}<input name=b>`,
    wanted: ["b"],
  }),
);

/** Fields that nobody sees, beside the one that people see. */
export const trapPages: FieldPage[] = [...hidden, ...hiddenByParts];
