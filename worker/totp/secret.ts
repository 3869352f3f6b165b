import { Secret } from "otpauth/bare";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { open, seal, sealedBy } from "../crypto/seal.ts";
import type { World } from "../world.ts";
import { type SecretOwner, sealContext, secretBytes } from "./rules.ts";
import { resealSecret } from "./store.ts";

/** A fresh secret in base32, and its sealed form. */
export async function newSecret(world: World, owner: SecretOwner): Promise<{ secret: string; sealed: string }> {
  const bytes = world.random(secretBytes);
  return { secret: new Secret({ buffer: bytes.buffer }).base32, sealed: await sealSecret(world, owner, bytes) };
}

/** The sealed form of a secret. */
export function sealSecret(world: World, owner: SecretOwner, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return seal(world.settings.sealKeys, sealContext(owner), bytes, world.random);
}

/**
 * Opens a sealed secret to base32; one sealed by an older key is sealed anew after the answer (promise C5).
 * `method_unavailable` when its key is gone from the settings or the row was altered: nobody's wrong code, but a fault
 * that is logged for the operator in one line, which names the key.
 */
export async function openSecret(
  world: World,
  owner: SecretOwner,
  sealed: string,
): Promise<Outcome<string, "method_unavailable">> {
  const opened = await open(world.settings.sealKeys, sealContext(owner), sealed);
  if (!opened.ok) {
    const why = opened.code === "key_missing" ? "is not in SEAL_KEYS" : "does not fit: the row was altered";
    console.error(`the secret of app ${owner.methodId} does not open: its key ${sealedBy(sealed)} ${why}`);
    return fail("method_unavailable");
  }
  const { plain, stale } = opened.value;
  if (stale) world.afterAnswer(() => sealAnew(world, owner, sealed, plain));
  return ok(new Secret({ buffer: plain.buffer }).base32);
}

async function sealAnew(world: World, owner: SecretOwner, old: string, plain: Uint8Array<ArrayBuffer>): Promise<void> {
  const next = await sealSecret(world, owner, plain);
  await resealSecret(world.db, owner.methodId, { old, next }).run();
}
