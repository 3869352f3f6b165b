import { type ComponentChildren, render } from "preact";
import "../../shared/ui/tokens.css";
import "../../shared/ui/controls.css";
import "../../shared/panel/panel.css";
import "./pages.css";
import { pageLocale, words } from "./page-words.ts";

/** Puts a page into the document, with its title and language. */
export function startPage(title: string, content: ComponentChildren): void {
  document.documentElement.lang = pageLocale;
  document.title = title === words.brand ? title : `${title} · ${words.brand}`;
  const startText = [...document.body.childNodes];
  document.body.replaceChildren();
  try {
    render(content, document.body);
  } catch (error) {
    // Better what stood there than nothing.
    document.body.replaceChildren(...startText);
    throw error;
  }
}
