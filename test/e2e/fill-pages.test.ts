import { expect } from "vitest";
import { fieldPages } from "./support/field-pages.ts";
import { inPage } from "./support/fill-script.ts";
import { journey } from "./support/journey.ts";

// In the layout of a real browser, by the extension's own script; test/e2e/fill.test.ts goes through the extension itself.
for (const [about, pages] of Object.entries(fieldPages)) {
  journey(`chooses the field for a code: ${about} (promise E4b)`, async ({ page }) => {
    const wrong: string[] = [];
    for (const { what, title = "Example", body, wanted, digits } of pages) {
      await page.setContent(`<!doctype html><title>${title}</title><body>${body}`);
      const chosen = await (await inPage(page)).choose(digits);
      if (`${chosen}` !== `${wanted}`) wrong.push(`${what}: ${chosen} instead of ${wanted}`);
    }
    expect(wrong).toEqual([]);
  });
}

const boxes = "<h1>Code from your authenticator app</h1><div id=row>BOXES</div>";
const six = (attributes: string) => boxes.replace("BOXES", `<input ${attributes}>`.repeat(6));

journey.for([
  [
    "boxes that move the focus themselves",
    six("maxlength=1 inputmode=numeric"),
    "all.forEach((box, at) => box.addEventListener('input', () => all[at + 1]?.focus()))",
  ],
  [
    "boxes that open one after the other",
    six("maxlength=1"),
    "all.forEach((box, at) => { box.disabled = at > 0; box.addEventListener('input', () => { if (all[at + 1]) all[at + 1].disabled = false; }); })",
  ],
  [
    "boxes that take a whole code by a paste alone",
    six("maxlength=1"),
    "let held = ''; const show = () => all.forEach((box, at) => { box.value = held[at] ?? ''; }); row.addEventListener('input', show); row.addEventListener('paste', (event) => { held = event.clipboardData.getData('text'); show(); });",
  ],
  [
    "boxes that listen to keys alone",
    six("maxlength=1"),
    "all.forEach((box, at) => box.addEventListener('keydown', (event) => { event.preventDefault(); box.value = event.key; all[at + 1]?.focus(); }))",
  ],
  [
    "boxes that are drawn anew at each digit",
    six("maxlength=1"),
    "const typed = ['', '', '', '', '', '']; const draw = () => { row.innerHTML = ''; typed.forEach((text, at) => { const box = document.createElement('input'); box.maxLength = 1; box.value = text; box.addEventListener('input', () => { typed[at] = box.value; draw(); }); row.append(box); }); }; draw();",
  ],
  [
    "boxes whose first takes more than one digit",
    six("maxlength=1"),
    "all[0].maxLength = 6; all[0].addEventListener('input', () => { if (all[0].value.length > 1) [...all[0].value].forEach((digit, at) => { if (all[at]) all[at].value = digit; }); })",
  ],
  ["two fields of three digits", boxes.replace("BOXES", "<input maxlength=3><input maxlength=3>"), ""],
  [
    "a field that is controlled, as React does it",
    boxes.replace("BOXES", "<input name=otp>"),
    "const field = all[0]; let state = ''; const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value'); let tracked = ''; Object.defineProperty(field, 'value', { get() { return get.call(this); }, set(text) { tracked = text; set.call(this, text); } }); field.addEventListener('input', () => { const now = get.call(field); if (now !== tracked) { tracked = now; state = now; } set.call(field, state); });",
  ],
  ["a field of the type number", boxes.replace("BOXES", "<input type=number name=otp>"), ""],
  [
    "an editable part",
    boxes.replace(
      "BOXES",
      "<div contenteditable aria-label='Authenticator code' style='width:200px;height:30px'></div>",
    ),
    "",
  ],
])("fills %s", async ([, body, script], { page }) => {
  await page.setContent(`<!doctype html><title>Example</title><body>${body}`);
  await page.evaluate((text) => {
    const element = document.createElement("script");
    element.textContent = `{ const row = document.getElementById("row"); const all = [...row.querySelectorAll("input")]; ${text} }`;
    document.body.append(element);
  }, script);
  const { typed, landed } = await (await inPage(page)).fill("012345");
  expect(typed.join("")).toBe("012345");
  expect(landed).toBe(true);
});
