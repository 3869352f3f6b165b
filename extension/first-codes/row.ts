import type { TimedKey } from "../../shared/otp/otp-key.ts";
import { timedCode } from "../../shared/otp/timed-code.ts";
import { secondsLeft, totpStep } from "../../shared/otp/totp.ts";
import { lowSeconds, ringDashes, ringRadius } from "../../shared/ui/ring.ts";
import { groupedCode, hueOf, initialOf } from "../codes/code-text.ts";
import type { Options } from "../options/rules.ts";
import { namesOf, type VaultEntry } from "../vault/entry.ts";
import { html, svg } from "./element.ts";
import { firstWords } from "./words.ts";

/** What a row depends on besides its entry: the time in milliseconds since 1970, and the person's options. */
export interface RowLook {
  now: number;
  options: Options;
}

/** One code as `codes/row.tsx` draws it, at `place` (from 1) `of` all that are listed. */
export function drawRow(entry: VaultEntry, place: number, of: number, look: RowLook): HTMLElement {
  const { codes } = firstWords;
  const { issuer, account } = namesOf(entry);
  const name = issuer || account || codes.noName;
  return html(
    "li",
    { class: "row", "data-id": entry.id, "aria-posinset": place, "aria-setsize": of },
    ...(entry.key.type === "hotp" ? drawCounted(entry, name) : [drawTimed(entry, entry.key, look)]),
    html(
      "button",
      { type: "button", class: "more", "aria-label": codes.more(name) },
      html("span", { "aria-hidden": "true" }, "⋮"),
    ),
  );
}

function drawTimed(entry: VaultEntry, key: TimedKey, { now, options }: RowLook): HTMLElement {
  const at = totpStep(now, key.period) * key.period * 1000;
  const code = timedCode(key, at);
  const left = secondsLeft(key.period, now);
  const isLow = left <= lowSeconds;
  const digits = options.hidesCodes
    ? [html("span", { "aria-hidden": "true" }, groupedCode("•".repeat(code.length)))]
    : [html("span", {}, groupedCode(code))];
  if (!options.hidesCodes && (isLow || options.showsNext)) {
    const next = timedCode(key, at + key.period * 1000);
    digits.push(html("small", {}, firstWords.codes.next(groupedCode(next))));
  }
  return html(
    "button",
    { type: "button", class: isLow ? "copy low" : "copy" },
    ...drawWho(entry),
    html("span", { class: code.length > 7 ? "digits long" : "digits" }, ...digits),
    drawRing(left, key.period),
    html("span", { class: "visually-hidden" }, firstWords.codes.copy),
  );
}

function drawRing(left: number, period: number): SVGElement {
  const circle = { cx: 10, cy: 10, r: ringRadius };
  return svg(
    "svg",
    { class: left < lowSeconds ? "ring low" : "ring", viewBox: "0 0 20 20", "aria-hidden": "true" },
    svg("circle", { class: "track", ...circle }),
    svg("circle", { class: "left", ...circle, "stroke-dasharray": ringDashes(left, period) }),
  );
}

function drawCounted(entry: VaultEntry, name: string): HTMLElement[] {
  const { nextCode, showNext } = firstWords.codes;
  return [
    html("div", { class: "copy" }, ...drawWho(entry)),
    html("button", { type: "button", class: "button", "aria-label": nextCode(name) }, showNext),
  ];
}

function drawWho(entry: VaultEntry): HTMLElement[] {
  const { issuer, account } = namesOf(entry);
  const name = issuer || account || firstWords.codes.noName;
  const tile = html("span", { class: "tile", "aria-hidden": "true" });
  tile.style.setProperty("--hue", `${hueOf(issuer || account)}`);
  tile.append(initialOf(entry.icon || issuer || account));
  const area = html("span", { class: "tile-area" }, tile);
  if (entry.pinned) area.append(drawPin());
  return [
    area,
    html(
      "span",
      { class: "who" },
      html("b", { title: name }, name),
      html("small", { title: issuer ? account : undefined }, issuer ? account : ""),
    ),
  ];
}

function drawPin(): SVGElement {
  return svg(
    "svg",
    { class: "pin", viewBox: "0 0 16 16", role: "img", "aria-label": firstWords.pinned },
    svg("circle", { cx: 8, cy: 8, r: 8 }),
    svg("path", { d: "M5.6 3.5h4.8M6.5 3.5v4L4.8 9.6h6.4L9.5 7.5v-4M8 9.6v3.6" }),
  );
}
