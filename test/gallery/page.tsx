import { render } from "preact";
import "../../extension/popup/start.tsx";
import "../../extension/popup/later-style.ts";
import { opening } from "../../extension/popup/state.ts";
import { screens } from "./screens.tsx";

/** Draws the one screen that the address names, and says on the document when it stands. */
async function draw(): Promise<void> {
  const name = new URLSearchParams(location.search).get("screen") ?? "";
  const { documentElement } = document;
  documentElement.lang = "en";
  // The first-run page is a document of its own, with styles for its own elements.
  if (name === "welcome") await import("../../extension/welcome/welcome.css");
  else documentElement.dataset.surface = opening.surface;
  const made = await Object.entries(screens).find(([each]) => each === name)?.[1]();
  render(made, document.body);
  documentElement.dataset.drawn = name;
}

void draw();
