import { drawTheme, readOptions } from "../options/kept.ts";
import { locale } from "../surface/locale.ts";
import { openingOf } from "../surface/opening.ts";
import { browserPlace, onVaultChange } from "../vault/place.ts";
import { drawFrame } from "./draw.ts";
import { holdDeeds } from "./hold.ts";
import { readFirst } from "./read.ts";
import "../codes/style.ts";

/**
 * Shows the first codes, and then loads the screens, which take them over. Anything other than the plain list of codes is
 * left to the screens.
 */
export async function startFirst(): Promise<void> {
  // Before anything is read: were the vault locked in between, nothing of it may be shown (promise E6).
  let hasChanged = false;
  const endWatch = onVaultChange(() => {
    hasChanged = true;
    document.body.replaceChildren();
  });
  const opening = openingOf(location);
  const options = readOptions();
  const isList = opening.surface !== "page" && !opening.at && (opening.show ?? options.startTab) === "codes";
  const reading = isList ? readFirst(browserPlace).catch(() => undefined) : undefined;
  document.documentElement.lang = locale;
  document.documentElement.dataset.surface = opening.surface;
  drawTheme(options);
  const frame = isList ? drawFrame(options) : undefined;
  const read = await reading;
  const entries = read?.isPlain && read.opened.ok && !hasChanged ? read.opened.value.entries : [];
  let letGo = () => {};
  if (frame && read && entries.length > 0) {
    frame.fill(entries, read);
    letGo = holdDeeds();
    await painted();
  } else {
    frame?.drop();
  }
  const { startPopup } = await import("../shell/start.tsx");
  const typed = document.querySelector<HTMLInputElement>(".search .input")?.value;
  startPopup(hasChanged || !read ? undefined : { ...read, typed });
  endWatch();
  // The screens put the focus into the search once they are painted, and only then does a key lead on from there.
  await painted();
  letGo();
}

/** Waits for what is in the document to be on the screen; not for long, for a window that nobody sees paints nothing. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => setTimeout(resolve)));
    setTimeout(resolve, 200);
  });
}
