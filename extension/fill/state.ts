import { type ReadonlySignal, signal } from "@preact/signals";
import type { CodesState } from "../codes/state.ts";
import { askBackground, type FillAnswer } from "../messages.ts";
import { type Opening, pageInView } from "../surface/opening.ts";
import type { VaultEntry } from "../vault/entry.ts";
import { type Offer, offersFor } from "./match.ts";
import { siteOf } from "./site.ts";
import { fillWords } from "./words.ts";

/** How far filling has come, as the screen shows it. */
export type FillView =
  | { at: "looking" }
  | { at: "choose"; site: string; offers: Offer[] }
  /** The page is not encrypted: the person is asked first. */
  | { at: "unencrypted"; site: string }
  /** An account that is not known to belong to the site: the person is asked first. */
  | { at: "ask"; site: string; offer: Offer; offers: Offer[] }
  | { at: "told"; text: string };

/** A request to fill the page in view, and the choice of an account where that is not clear. */
export interface Filling {
  view: ReadonlySignal<FillView>;
  start: () => Promise<void>;
  pick: (offer: Offer) => void;
  confirm: () => Promise<void>;
  cancel: () => void;
}

/** A filling of the page beside these screens. */
export function createFilling(codes: CodesState, entries: VaultEntry[], opening: Opening): Filling {
  const view = signal<FillView>({ at: "looking" });
  let tabId = -1;
  let isUnencryptedFine = false;

  const tell = (text: string) => {
    view.value = { at: "told", text };
  };
  const fill = async (entryId: string | undefined, site: string) => {
    const onField = opening.frame === undefined ? {} : { onField: opening.frame };
    const asked = askBackground("fillPage", { tabId, entryId, isUnencryptedFine, ...onField });
    const { result } = await asked.catch((): FillAnswer => ({ result: "failed" }));
    if (result === "unencrypted") view.value = { at: "unencrypted", site };
    else if (result === "other_frame") tell(fillWords.otherFrame);
    else if (result === "choose") view.value = { at: "choose", site, offers: offersFor(entries, site) };
    else if (result === "not_allowed") tell(fillWords.notAllowed);
    else if (result === "closed") tell(fillWords.closed);
    else if (result === "failed") tell(fillWords.failed);
    else leave(codes, opening, result === "pointing" ? fillWords.pointing : undefined);
  };
  return {
    view,
    async start() {
      if (entries.length === 0) return tell(fillWords.noAccounts);
      const page = await pageInView(opening);
      if (page?.id === undefined) return tell(fillWords.noPage);
      tabId = page.id;
      const site = siteOf(page.url ?? "");
      if (!site) return tell(fillWords.notAllowed);
      await fill(undefined, site);
    },
    pick(offer) {
      if (view.value.at !== "choose") return;
      const { site, offers } = view.value;
      if (offer.match === "known") void fill(offer.entry.id, site);
      else view.value = { at: "ask", site, offer, offers };
    },
    async confirm() {
      if (view.value.at === "unencrypted") {
        isUnencryptedFine = true;
        return await fill(undefined, view.value.site);
      }
      if (view.value.at === "ask") await fill(view.value.offer.entry.id, view.value.site);
    },
    cancel() {
      if (view.value.at === "unencrypted") {
        codes.open.value = { at: "list" };
        if (opening.surface === "window") window.close();
        return;
      }
      if (view.value.at === "ask") view.value = { at: "choose", site: view.value.site, offers: view.value.offers };
    },
  };
}

/** Gives the place to the page, which says itself what was filled; what stays open goes back to the codes. */
function leave(codes: CodesState, { surface }: Opening, text: string | undefined): void {
  codes.open.value = { at: "list" };
  if (text) codes.said.value = { what: "told", text };
  if (surface === "popup" || surface === "window") window.close();
}
