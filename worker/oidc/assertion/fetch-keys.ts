import * as v from "valibot";
import { type ClientKey, clientKey, clientKeysAtMost } from "../../../shared/contract/client-key.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { refusalOfAddress } from "../../webhook/rules.ts";
import type { World } from "../../world.ts";

/** How long fetched keys are used: a key that a client takes away counts no longer than this. */
const keptSeconds = 600;

/** How soon they are fetched anew for a key that is not among them. */
const anewAfterSeconds = 60;

/** Longest document that is read, in bytes. */
const documentLimit = 65_536;

const keySet = v.object({ keys: v.array(v.unknown()) });

/** What was fetched when, in milliseconds since 1970, and what went wrong if nothing was. */
const keptKeys = v.object({ at: v.number(), keys: v.array(clientKey), problem: v.optional(v.string()) });
type KeptKeys = v.InferOutput<typeof keptKeys>;

/**
 * The keys that a client publishes at an address of its own, ten minutes old at most; where none of them `fits`, they are
 * fetched anew, once a minute at most. Keys of kinds that no client signs by here are passed over. `invalid_client`: the
 * address is not public, or does not return a key set.
 */
export async function fetchClientKeys(
  world: World,
  address: string,
  fits: (keys: readonly ClientKey[]) => boolean,
): Promise<Outcome<ClientKey[], "invalid_client", { why: string }>> {
  const name = `client-keys:${address}`;
  const kept = await readKept(world, name);
  const age = kept === null ? Number.POSITIVE_INFINITY : world.now - kept.at;
  if (kept && age < anewAfterSeconds * 1000) return outcomeOf(kept);
  if (kept && age < keptSeconds * 1000 && fits(kept.keys)) return outcomeOf(kept);
  const fetched = await fetchKeys(world, address);
  // A failure is kept too: whoever sends assertions by the thousand shall not make us ask as often.
  const found: KeptKeys = fetched.ok
    ? { at: world.now, keys: fetched.value }
    : { at: world.now, keys: [], problem: fetched.code };
  await world.cache?.put(name, JSON.stringify(found), { expirationTtl: keptSeconds }).catch(() => {});
  return outcomeOf(found);
}

function outcomeOf({ keys, problem }: KeptKeys): Outcome<ClientKey[], "invalid_client", { why: string }> {
  return problem === undefined ? ok(keys) : fail("invalid_client", { why: `The jwksUri of this client ${problem}.` });
}

/** Follows no redirect, for it leads where nobody looked, and reads no more than a key set can need. */
async function fetchKeys(
  { settings }: World,
  address: string,
): Promise<Outcome<ClientKey[], "is not public" | "does not answer" | "does not return a key set">> {
  const { publicOnly, timeoutMilliseconds } = settings.webhooks;
  const isOurs = URL.parse(address)?.origin === settings.origin;
  if (isOurs || refusalOfAddress(address, { publicOnly }) !== null) return fail("is not public");
  try {
    const response = await fetch(address, {
      headers: { Accept: "application/jwk-set+json, application/json", "User-Agent": "Latchkey" },
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return fail("does not answer");
    }
    const read = v.safeParse(keySet, parse(await textWithin(response)));
    if (!read.success) return fail("does not return a key set");
    const usable = read.output.keys.flatMap((key) => {
      const one = v.safeParse(clientKey, key);
      return one.success ? [one.output] : [];
    });
    return ok(usable.slice(0, clientKeysAtMost));
  } catch {
    return fail("does not answer");
  }
}

/** A body as text; nothing where it is longer than may be. */
async function textWithin(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > documentLimit) return "";
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

async function readKept({ cache }: World, name: string): Promise<KeptKeys | null> {
  const text = (await cache?.get(name).catch(() => null)) ?? null;
  const read = v.safeParse(keptKeys, parse(text ?? ""));
  return read.success ? read.output : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
