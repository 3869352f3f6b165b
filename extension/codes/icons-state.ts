import { type ReadonlySignal, signal } from "@preact/signals";

type FindIcon = (issuer: string) => string | undefined;

const found = signal<FindIcon | null>(null);

/** Finds the icon of a site; null until the icons are there, which come after the first codes. */
export const findIcon: ReadonlySignal<FindIcon | null> = found;

/** Loads the icons that ship with the extension, once, when what is on its way to the screen has been painted. */
export function loadIcons(): void {
  const load = async () => {
    const { siteIcon } = await import("./site-icons.ts");
    found.value = siteIcon;
  };
  if (!found.value) requestIdleCallback(load, { timeout: 200 });
}
