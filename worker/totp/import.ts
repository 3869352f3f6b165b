import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { Secret } from "otpauth/bare";
import { randomId } from "../crypto/random.ts";
import type { World } from "../world.ts";
import type { CodeForm } from "./rules.ts";
import { sealSecret } from "./secret.ts";
import { type ImportedAppRow, insertConfirmed } from "./store.ts";

/** An app that somebody had elsewhere; `secret` in base32. */
export interface ImportedApp extends CodeForm {
  accountId: string;
  name: string;
  secret: string;
}

/**
 * A statement that keeps apps that were confirmed elsewhere, active at once, of those accounts that are there. Their
 * secrets are sealed as those of an app that is set up here.
 */
export async function insertImportedApps(world: World, apps: readonly ImportedApp[]): Promise<D1PreparedStatement> {
  const rows = apps.map(async ({ secret, ...app }): Promise<ImportedAppRow> => {
    const id = randomId(world.random);
    const bytes = new Uint8Array(Secret.fromBase32(secret).bytes);
    return { ...app, id, sealedSecret: await sealSecret(world, { accountId: app.accountId, methodId: id }, bytes) };
  });
  return insertConfirmed(world.db, await Promise.all(rows), world.now);
}
