import type { TypedInto } from "./typed-into.ts";

/** Characters; what is longer is no label. */
const longest = 300;

/** A field's own label by whatever means, each text after ` | `: not what describes it, nor what the page says around. */
export function ownLabel(element: TypedInto): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const named = (element.getAttribute("aria-labelledby") ?? "")
    .split(/\s+/)
    .map((id) => (id && root.getElementById?.(id)?.textContent) || "");
  const labels = "labels" in element ? [...((element.labels as NodeListOf<HTMLLabelElement> | null) ?? [])] : [];
  const texts = [
    // What is inside a label beside its field, such as an error or a hint, is a part of it.
    ...labels.map((label) => label.textContent ?? ""),
    named.join(" "),
    ...["aria-label", "title", "label", "aria-placeholder", "data-label"].map(
      (name) => element.getAttribute(name) ?? "",
    ),
  ];
  return [...new Set(texts.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean))]
    .join(" | ")
    .slice(0, longest);
}
