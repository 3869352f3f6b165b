import type { Browser } from "wxt/browser";
import { timedCode } from "../../shared/otp/timed-code.ts";
import { codeTime } from "../clock/state.ts";
import { openVault } from "../vault/open.ts";
import { browserPlace } from "../vault/place.ts";
import { takeCounterCode } from "../vault/take-counter.ts";
import type { FillGrant } from "./grant.ts";
import { redeemGrant } from "./keep-grant.ts";
import { askFrame, type CodeAsk } from "./page-messages.ts";
import { rememberSite } from "./remember.ts";

/** Gives a frame the one code that it was promised; null to whoever else asks (promise E4). */
export async function giveCode(ask: CodeAsk, sender: Browser.runtime.MessageSender): Promise<string | null> {
  const grant = await redeemGrant(ask.codeFor, sender, Date.now());
  if (!grant) return null;
  await stopPointing(grant, sender.frameId);
  if (ask.givenUp) return null;
  if (ask.mark !== undefined) {
    await rememberSite(browserPlace, new Date(), grant.entryId, { domain: grant.site, mark: ask.mark });
  }
  return await codeOf(grant.entryId);
}

async function codeOf(id: string): Promise<string | null> {
  const opened = await openVault(browserPlace);
  const entry = opened.ok && opened.value.entries.find((each) => each.id === id);
  if (!entry) return null;
  if (entry.key.type !== "hotp") return timedCode(entry.key, await codeTime());
  const taken = await takeCounterCode(browserPlace, new Date(), id);
  return taken.ok ? taken.value : null;
}

async function stopPointing({ tabId, frames }: FillGrant, but: number | undefined): Promise<void> {
  for (const { frameId } of frames.filter((frame) => frame.frameId !== but)) {
    await askFrame({ tabId, frameId }, "stop", null).catch(() => undefined);
  }
}
