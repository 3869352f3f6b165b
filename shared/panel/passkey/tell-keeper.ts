import type { Client } from "../../contract/client.ts";
import { canUsePasskeys, tellKeeper } from "./ceremony.ts";

/** Tells what keeps passkeys of the account how it stands now, where the browser can be told. */
export async function tellKeeperNow(client: Client): Promise<void> {
  if (!canUsePasskeys()) return;
  const now = await client.passkeys.list();
  if (now.ok) await tellKeeper(now.value.signal);
}
