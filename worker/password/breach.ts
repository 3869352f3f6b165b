import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { utf8 } from "../crypto/utf8.ts";
import type { BreachQuery, Settings } from "../environment.ts";
import { second } from "../time.ts";
import type { World } from "../world.ts";
import { breachedSuffixes } from "./rules.ts";

const cachedSeconds = 24 * 60 * 60;

/** After a query that failed none is sent for this long, so that a service that is down costs one wait and not each. */
const restSeconds = 30;

const restUntil = new WeakMap<Settings, number>();

/**
 * Whether a password is known from a data breach (promise P3). Only the first five of its SHA-1's forty hexadecimal
 * digits leave the worker, and padding hides how long the answer is. Whatever goes wrong, the answer is `false`: the
 * list of common passwords serves alone, and nobody is kept waiting.
 */
export async function isBreached(world: World, password: string): Promise<boolean> {
  const query = world.settings.breachQuery;
  if (query === null) return false;
  const hash = await sha1(password.normalize("NFC"));
  const range = await readRange(world, query, hash.slice(0, 5));
  return range?.has(hash.slice(5)) ?? false;
}

async function readRange(world: World, query: BreachQuery, prefix: string): Promise<Set<string> | null> {
  const key = `breach:${prefix}`;
  const cached = breachedSuffixes((await readCache(world, key)) ?? "");
  if (cached?.size) return cached;
  if ((restUntil.get(world.settings) ?? 0) > world.now) return null;
  const asked = await askRange(query, prefix);
  if (!asked.ok) {
    restUntil.set(world.settings, world.now + restSeconds * second);
    console.error(`the breach query failed: ${asked.code}; asking again in ${restSeconds} s`);
    return null;
  }
  const range = asked.value;
  if (range.size > 0) world.afterAnswer(() => writeCache(world, key, range));
  return range;
}

async function askRange(
  { baseUrl, timeoutMilliseconds }: BreachQuery,
  prefix: string,
): Promise<Outcome<Set<string>, "no answer in time" | "refused" | "unreachable" | "not a range">> {
  try {
    const response = await fetch(`${baseUrl}/range/${prefix}`, {
      headers: { "Add-Padding": "true", "User-Agent": "Latchkey" },
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return fail("refused");
    }
    const range = breachedSuffixes(await response.text());
    return range === null ? fail("not a range") : ok(range);
  } catch (error) {
    return fail(error instanceof Error && error.name === "TimeoutError" ? "no answer in time" : "unreachable");
  }
}

/** What KV has, or nothing where it has none or fails: it may degrade, and never stops anybody (promise S8). */
async function readCache({ cache }: World, key: string): Promise<string | null> {
  return (await cache?.get(key).catch(() => null)) ?? null;
}

async function writeCache({ cache }: World, key: string, range: Set<string>): Promise<void> {
  const text = [...range].map((suffix) => `${suffix}:1`).join("\n");
  await cache?.put(key, text, { expirationTtl: cachedSeconds });
}

async function sha1(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-1", utf8(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
