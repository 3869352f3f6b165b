import { Secret } from "otpauth";
import { open, seal } from "../crypto/seal.ts";
import type { World } from "../world.ts";
import { secretBytes } from "./rules.ts";
import { resealSecret } from "./store.ts";

/** Whose secret it is: sealed along with it, so that a row moved to another account does not open. */
export interface SecretOwner {
  accountId: string;
  methodId: string;
}

/** A fresh secret in base32, and its sealed form. */
export async function newSecret(world: World, owner: SecretOwner): Promise<{ secret: string; sealed: string }> {
  const bytes = world.random(secretBytes);
  const sealed = await seal(world.settings.sealKeys, sealContext(owner), bytes, world.random);
  return { secret: new Secret({ buffer: bytes.buffer }).base32, sealed };
}

/**
 * Opens a sealed secret to base32; one sealed by an older key is sealed anew after the answer (promise C5).
 * Throws when its key is gone from the settings or the row was altered: nobody's wrong code, but a fault to log.
 */
export async function openSecret(world: World, owner: SecretOwner, sealed: string): Promise<string> {
  const opened = await open(world.settings.sealKeys, sealContext(owner), sealed);
  if (!opened.ok) throw new Error(`the secret of app ${owner.methodId} does not open: ${opened.code}`);
  const { plain, stale } = opened.value;
  if (stale) world.afterAnswer(() => sealAnew(world, owner, sealed, plain));
  return new Secret({ buffer: plain.buffer }).base32;
}

async function sealAnew(world: World, owner: SecretOwner, old: string, plain: Uint8Array<ArrayBuffer>): Promise<void> {
  const next = await seal(world.settings.sealKeys, sealContext(owner), plain, world.random);
  await resealSecret(world.db, owner.methodId, { old, next }).run();
}

function sealContext({ accountId, methodId }: SecretOwner): string[] {
  return ["app-code", accountId, methodId];
}
