import { browser } from "wxt/browser";
import { isLoopback } from "../../shared/loopback.ts";
import type { FillAnswer, FillAsk } from "../messages.ts";
import { nameOf, type VaultEntry } from "../vault/entry.ts";
import { openVault } from "../vault/open.ts";
import { browserPlace } from "../vault/place.ts";
import { type Choice, choosePlace } from "./choose-place.ts";
import { grantLifetime } from "./grant.ts";
import { giveGrant } from "./keep-grant.ts";
import { type LookedAt, lookAtPage } from "./look-at-page.ts";
import { offersFor } from "./match.ts";
import { askFrame } from "./page-messages.ts";
import { rememberSite } from "./remember.ts";
import { siteOf } from "./site.ts";
import { fillWordsNow } from "./words.ts";

/**
 * Fills a code into a page, because the person has just asked for it there (promise E4). Without `entryId` it is that of
 * the one account that is known to belong to the site; which one it is is otherwise asked. Nothing is ever submitted.
 */
export async function fillPage({ tabId, entryId, onField, isUnencryptedFine }: FillAsk): Promise<FillAnswer> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  // The address is there where the person has just given access to the tab, and nowhere else.
  const site = siteOf(tab?.url ?? "");
  const url = URL.parse(tab?.url ?? "");
  if (!site || !url) return { result: "not_allowed" };
  const { protocol } = url;
  const opened = await openVault(browserPlace);
  if (!opened.ok) return { result: "closed" };
  if (protocol === "http:" && !isLoopback(url.hostname) && !isUnencryptedFine) return { result: "unencrypted" };
  const entry = entryFor(opened.value.entries, site, entryId);
  if (!entry) return { result: "choose" };
  const frames = await lookAtPage(tabId, { site, protocol });
  if (!frames || frames.length === 0) return { result: "not_allowed" };
  const askedIn = frames.findIndex(({ frameId }) => frameId === onField);
  if (onField !== undefined && askedIn < 0) return { result: "other_frame" };
  if (entryId !== undefined) await rememberSite(browserPlace, new Date(), entry.id, { domain: site });

  const { mark } = entry.sites?.find(({ domain }) => domain === site) ?? {};
  const { digits } = entry.key;
  const choice = choosePlace(
    frames.map(({ sight }) => sight),
    digits,
    { ...(mark === undefined ? {} : { mark }), ...(askedIn < 0 ? {} : { onField: askedIn }) },
  );
  const ticket = crypto.randomUUID();
  const isAtOnce = choice.at === "place";
  const granted = isAtOnce ? [frames[choice.place.frame]].filter((frame) => frame !== undefined) : frames;
  await giveGrant({
    ticket,
    entryId: entry.id,
    tabId,
    site,
    protocol,
    frames: granted.map(({ frameId, documentId }) => ({ frameId, documentId })),
    expiresAt: Date.now() + (isAtOnce ? grantLifetime.atOnce : grantLifetime.pointing),
  });
  return await act(tabId, granted, choice, { ticket, digits, name: nameOf(entry), isAsked: onField !== undefined });
}

function entryFor(entries: VaultEntry[], site: string, id: string | undefined): VaultEntry | undefined {
  if (id !== undefined) return entries.find((entry) => entry.id === id);
  const known = offersFor(entries, site).filter(({ match }) => match === "known");
  return known.length === 1 ? known[0]?.entry : undefined;
}

interface Promised {
  ticket: string;
  digits: number;
  /** Empty where it has none. */
  name: string;
  /** Whether the person asked on the very field. */
  isAsked: boolean;
}

async function act(tabId: number, frames: LookedAt[], choice: Choice, promised: Promised): Promise<FillAnswer> {
  const { ticket, digits, isAsked } = promised;
  const fillWords = await fillWordsNow();
  const name = promised.name || fillWords.noName;
  const told = { filled: fillWords.filled(name), notTaken: fillWords.notTaken(name) };
  try {
    if (choice.at === "place") {
      const { frameId } = frames[0] ?? { frameId: 0 };
      const landed = await askFrame({ tabId, frameId }, "put", { ticket, fields: choice.place.fields, isAsked, told });
      return { result: landed ? "filled" : "not_taken" };
    }
    const point = {
      many: fillWords.pointMany,
      message: fillWords.pointMessage,
      nothing: fillWords.pointNothing,
      ambiguous: fillWords.point,
    }[choice.why];
    for (const { frameId } of frames) {
      await askFrame({ tabId, frameId }, "point", { ticket, digits, told: { ...told, point: point(name) } });
    }
    return { result: "pointing" };
  } catch {
    // The page went on while it was being filled.
    return { result: "not_taken" };
  }
}
