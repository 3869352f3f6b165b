import { randomId } from "../crypto/random.ts";
import { open, seal, sealedBy } from "../crypto/seal.ts";
import type { World } from "../world.ts";
import { formatSecret, sealContext, secretBytes } from "./rules.ts";
import { type NewSecretRow, resealSecret } from "./store.ts";

/** A secret as it is kept. */
export interface SealedSecret {
  id: string;
  sealed: string;
}

/** A fresh secret: as it is shown, this once, and as it is kept. */
export async function newSecret(world: World, endpointId: string): Promise<{ secret: string; row: NewSecretRow }> {
  const id = randomId(world.random);
  const bytes = world.random(secretBytes);
  const context = sealContext({ endpointId, secretId: id });
  const sealed = await seal(world.settings.sealKeys, context, bytes, world.random);
  return { secret: formatSecret(bytes), row: { id, endpointId, sealed, now: world.now } };
}

/**
 * The bytes of those secrets that open, in their order; one sealed by an older key is sealed anew. One that does not
 * open is a fault that is logged for the operator in one line, which names the key.
 */
export async function openSecrets(
  world: World,
  endpointId: string,
  secrets: readonly SealedSecret[],
): Promise<Uint8Array<ArrayBuffer>[]> {
  const { sealKeys } = world.settings;
  const found: Uint8Array<ArrayBuffer>[] = [];
  for (const { id, sealed } of secrets) {
    const context = sealContext({ endpointId, secretId: id });
    const opened = await open(sealKeys, context, sealed);
    if (!opened.ok) {
      const why = opened.code === "key_missing" ? "is not in SEAL_KEYS" : "does not fit: the row was altered";
      console.error(`the secret of webhook ${endpointId} does not open: its key ${sealedBy(sealed)} ${why}`);
      continue;
    }
    const { plain, stale } = opened.value;
    found.push(plain);
    if (!stale) continue;
    const next = await seal(sealKeys, context, plain, world.random);
    await resealSecret(world.db, id, { old: sealed, next }).run();
  }
  return found;
}
