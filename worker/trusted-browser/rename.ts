import type { RememberedDevice } from "../../shared/contract/trusted-browser.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import { listBrowsers } from "./list.ts";
import { setBrowserName } from "./store.ts";

/**
 * Gives a remembered browser of the account another name, and answers it as the list has it; `token` is of the browser that
 * asks. `not_found`: the account remembers no such browser.
 */
export async function renameBrowser(
  world: World,
  accountId: string,
  { id, name, token }: { id: string; name: string; token: string | undefined },
): Promise<Outcome<RememberedDevice, "not_found">> {
  await setBrowserName(world.db, { accountId, id, name }).run();
  const renamed = (await listBrowsers(world, accountId, token)).find((browser) => browser.id === id);
  return renamed ? ok(renamed) : fail("not_found");
}
