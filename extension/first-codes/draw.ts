import { arranged, tagsIn } from "../codes/arrange.ts";
import { likelyHeight, likelyRoom } from "../codes/likely-rows.ts";
import type { Options } from "../options/rules.ts";
import { gear } from "../surface/gear.ts";
import type { VaultEntry } from "../vault/entry.ts";
import { html, svg } from "./element.ts";
import type { FirstRead } from "./read.ts";
import { drawRow } from "./row.ts";
import { firstWords } from "./words.ts";

/** The list of codes without what is in the vault. */
export interface FirstFrame {
  /** Puts the codes into it, and shows it. */
  fill: (entries: VaultEntry[], read: FirstRead) => void;
  /** Takes it out of the document, unseen. */
  drop: () => void;
}

/**
 * Draws the list of codes into the document as the screens draw it when they begin, so that they take over every element
 * of it as it is: `test/e2e/first-codes.test.ts` compares the two. It begins with what surrounds the codes, hidden, so that
 * its style, its fonts and its room are found while the vault is read.
 */
export function drawFrame(options: Options): FirstFrame {
  const { codes, tabs } = firstWords;
  const search = html("input", {
    class: "input",
    type: "search",
    "aria-label": "",
    placeholder: "",
    autocomplete: "off",
    spellcheck: "false",
  });
  const hint = html("span", { class: "hint soft", "aria-hidden": "true" }, codes.enterCopies);
  const list = html("ul", { "aria-label": codes.list });
  const rows = html("div", { class: "rows" }, list);
  document.body.style.visibility = "hidden";
  const show = () => document.body.removeAttribute("style");
  document.body.replaceChildren(
    drawTabs(),
    html(
      "main",
      {},
      html("h1", { class: "visually-hidden" }, tabs.codes),
      html(
        "div",
        { class: "codes-screen" },
        html(
          "div",
          { class: options.isCompact ? "code-list compact" : "code-list" },
          html("search", {}, html("form", { class: "search" }, search, hint)),
          rows,
          drawBar(),
        ),
        html("div", { class: "toast-region" }, html("div", { role: "status" })),
      ),
    ),
  );
  const fill: FirstFrame["fill"] = (entries, read) => {
    search.ariaLabel = search.placeholder = codes.search(entries.length);
    rows.before(...drawTags(tagsIn(entries)));
    list.append(...drawRows(entries, read, options));
    show();
    search.focus();
  };
  const drop = () => {
    document.body.replaceChildren();
    show();
  };
  return { fill, drop };
}

function drawRows(entries: VaultEntry[], { order, lastUsed }: FirstRead, options: Options): HTMLElement[] {
  const listed = arranged(entries, order, lastUsed);
  const look = { now: Date.now(), options };
  const shown = listed.slice(0, Math.ceil(likelyRoom / likelyHeight));
  const rows = shown.map((entry, index) => drawRow(entry, index + 1, listed.length, look));
  const below = (listed.length - shown.length) * likelyHeight;
  if (below > 0) rows.push(html("li", { class: "room", "aria-hidden": "true" }));
  if (below > 0) rows.at(-1)?.style.setProperty("height", `${below}px`);
  return rows;
}

function drawTabs(): HTMLElement {
  const { tabs } = firstWords;
  const drawing = svg(
    "svg",
    { class: "tab-icon", viewBox: "0 0 20 20", "aria-hidden": "true" },
    svg("path", { d: gear }),
    svg("circle", { cx: 10, cy: 10, r: 2.4 }),
  );
  return html(
    "nav",
    { class: "tabs", "aria-label": tabs.label },
    html("button", { type: "button", "aria-current": "page" }, tabs.codes),
    html("button", { type: "button" }, tabs.security),
    html("span", { class: "tabs-end" }, html("button", { type: "button", "aria-label": tabs.settings }, drawing)),
  );
}

function drawTags(tags: string[]): HTMLElement[] {
  if (tags.length === 0) return [];
  const choices = [undefined, ...tags].map((tag) => {
    const input = html("input", { class: "visually-hidden", type: "radio", name: "tag" });
    input.checked = tag === undefined;
    return html("label", {}, input, html("span", { class: "tag", title: tag }, tag ?? firstWords.anyTag));
  });
  const legend = html("legend", { class: "visually-hidden" }, firstWords.tagChoice);
  return [html("fieldset", { class: "tag-choice" }, legend, ...choices)];
}

function drawBar(): HTMLElement {
  const { add, fill, fillShort } = firstWords.codes;
  return html(
    "div",
    { class: "bar" },
    html("button", { type: "button", class: "button primary" }, add),
    html(
      "button",
      { type: "button", class: "button plain" },
      html("span", { class: "in-full" }, fill),
      html("span", { class: "in-short" }, fillShort),
    ),
    html(
      "button",
      { type: "button", class: "button menu-button", "aria-label": firstWords.menu },
      html("span", { "aria-hidden": "true" }, "⋯"),
    ),
  );
}
