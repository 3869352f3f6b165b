import type { FieldPage } from "./field-page.ts";

const boxes = (count: number, attributes = "maxlength=1", from = 0) =>
  Array.from({ length: count }, (_, index) => `<input ${attributes} name=d${index + from}>`);
const row = (count: number, attributes?: string) => boxes(count, attributes).join("");
const named = (count: number) => Array.from({ length: count }, (_, index) => `d${index}`);
const app = "<h1>Code from your authenticator app</h1>";

/** Pages with a code split into boxes, and some that only look so. */
export const rowPages: FieldPage[] = [
  {
    what: "boxes from right to left",
    body: `<div dir=rtl><p>رمز التحقق من تطبيق المصادقة</p><div style='display:flex'>${row(6)}</div></div>`,
    wanted: named(6),
  },
  {
    what: "boxes in reverse by style",
    body: `${app}<div style='display:flex;flex-direction:row-reverse'>${row(6)}</div>`,
    wanted: named(6),
  },
  {
    what: "wide boxes",
    body: `${app}<div style='display:flex'>${row(6, "maxlength=1 style='width:120px'")}</div>`,
    wanted: named(6),
  },
  {
    what: "boxes in two lines",
    body: `${app}<div style='display:grid;grid-template-columns:repeat(3,80px)'>${row(6)}</div>`,
    wanted: named(6),
  },
  {
    what: "three and three, far apart",
    body: `${app}<div style='display:flex;gap:80px'><div>${boxes(3).join("")}</div><div>${boxes(3, "maxlength=1", 3).join("")}</div></div>`,
    wanted: named(6),
  },
  {
    what: "four and four with a dash",
    body: `${app}<div>${boxes(4).join("")}<span>-</span>${boxes(4, "maxlength=1", 4).join("")}</div>`,
    wanted: named(8),
    digits: 8,
  },
  {
    what: "two fields of three digits",
    body: `${app}<div><input name=d0 maxlength=3> - <input name=d1 maxlength=3></div>`,
    wanted: named(2),
  },
  {
    what: "boxes each in an element of its own",
    body: `${app}<div>${boxes(6)
      .map((box) => `<div class=cell><span>${box}</span></div>`)
      .join("")}</div>`,
    wanted: named(6),
  },
  {
    what: "boxes without a length",
    body: `${app}<div style='display:flex;gap:8px'>${row(6, "style='width:40px;height:44px' aria-label='Digit'")}</div>`,
    wanted: named(6),
  },
  {
    what: "a first box with room for a paste",
    body: `${app}<div style='display:flex'><input name=d0 maxlength=6 style='width:40px'>${boxes(5, "maxlength=1 style='width:40px'", 1).join("")}</div>`,
    wanted: named(6),
  },
  {
    what: "more boxes that are hidden",
    body: `${app}<div>${row(6)}<input maxlength=1 name=d6 hidden><input maxlength=1 name=d7 style='display:none'></div>`,
    wanted: named(6),
  },
  {
    what: "boxes that open one after the other",
    body: `${app}<div>${boxes(1).join("")}${boxes(5, "maxlength=1 disabled", 1).join("")}</div>`,
    wanted: named(6),
  },
  {
    what: "two rows, for two codes",
    body: `<section><h2>Authenticator code</h2><div>${row(6)}</div></section><section><h2>E-mail code</h2><p>We sent a code to your e-mail.</p><div>${boxes(6, "maxlength=1", 6).join("")}</div></section>`,
    wanted: named(6),
  },
  {
    what: "boxes marked as one-time codes",
    body: `<h1>Sign in</h1><div>${row(6, "maxlength=1 autocomplete=one-time-code inputmode=numeric")}</div>`,
    wanted: named(6),
  },
  {
    what: "boxes for a PIN",
    body: `<h1>Your PIN</h1><div>${row(6, "maxlength=1 aria-label=PIN")}</div>`,
    wanted: "ambiguous",
  },
  {
    what: "boxes in shadow trees of their own",
    body: `${app}<div>${boxes(6)
      .map((box) => `<span><template shadowrootmode=open>${box}</template></span>`)
      .join("")}</div>`,
    wanted: named(6),
  },
  {
    what: "boxes for letters and digits, as many as the code has",
    body: `<h1>Enter the code from your app</h1><div>${row(5)}</div>`,
    wanted: named(5),
    digits: 5,
  },
  { what: "fewer boxes than digits", body: `${app}<div>${row(4)}</div>`, wanted: "nothing" },
  {
    what: "a field over boxes that are drawn",
    body: `${app}<div style='position:relative;width:300px;height:48px'><div style='display:flex'>${"<div style='width:50px;height:48px;border:1px solid;box-sizing:border-box'></div>".repeat(6)}</div><input name=whole maxlength=6 style='position:absolute;inset:0;width:300px;height:48px;opacity:0'></div>`,
    wanted: ["whole"],
  },
  {
    what: "parts of a date",
    body: "<h1>Two-factor authentication</h1><fieldset><legend>Date of birth</legend><input name=day maxlength=2><input name=month maxlength=2><input name=yy maxlength=2></fieldset>",
    wanted: "ambiguous",
  },
];
