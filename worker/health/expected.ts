import type { Assets } from "../assets.ts";
import type { World } from "../world.ts";

/** The list, once for each isolate; by the binding, so that a test may bring a build of its own. */
const lists = new WeakMap<Assets, Promise<string[]>>();

/**
 * The migrations of this build by their file names, in order, as the build has put them beside the worker. It is
 * deployed with the worker, so that the two are always of one age.
 */
export function expectedMigrations({ assets, settings }: World): Promise<string[]> {
  const known = lists.get(assets) ?? load(assets, settings.origin);
  lists.set(assets, known);
  // The next request asks again.
  known.catch(() => lists.delete(assets));
  return known;
}

async function load(assets: Assets, origin: string): Promise<string[]> {
  const found = await assets.fetch(new Request(`${origin}/migrations.json`));
  if (!found.ok) throw new Error("migrations.json is not among the assets: `npm run build` puts it there");
  return found.json();
}
