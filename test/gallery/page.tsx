import { render } from "preact";
import "../../extension/shell/start.tsx";
import "../../extension/surface/later-ground.ts";
import { opening } from "../../extension/surface/state.ts";
import welcomeStyles from "../../extension/welcome/welcome.css?inline";
import { screens } from "./screens.tsx";

/** Draws the one screen that the address names, and says on the document when it stands and is quiet. */
async function draw(): Promise<void> {
  const name = new URLSearchParams(location.search).get("screen") ?? "";
  const { documentElement } = document;
  documentElement.lang = "en";
  // The first-run page is a document of its own, with styles for its own elements.
  if (name === "welcome")
    document.head.append(Object.assign(document.createElement("style"), { textContent: welcomeStyles }));
  else documentElement.dataset.surface = opening.surface;
  const made = await Object.entries(screens).find(([each]) => each === name)?.[1]();
  render(made, document.body);
  await isQuiet();
  documentElement.dataset.drawn = name;
}

/** Rounds without a change after which nothing more is under way: all that is loaded later is in the one script already. */
const quietRounds = 8;

/** Resolves when a screen has something to do or to read, and nothing of it changes any more. */
async function isQuiet(): Promise<void> {
  let quiet = 0;
  const seen = new MutationObserver(() => {
    quiet = 0;
  });
  seen.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  while (quiet < quietRounds) {
    await new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve)));
    quiet = document.querySelector("main :is(button, a, p)") ? quiet + 1 : 0;
  }
  seen.disconnect();
}

void draw();
