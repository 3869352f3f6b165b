import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { codeKnownSeconds } from "./rules.ts";
import { deletePastGrants } from "./store.ts";

/** Takes away codes of which no token can live any more, as many as one run may: until then a code that comes again is known. */
export function cleanUpGrants({ db, now }: World): Promise<void> {
  return cleanUp((limit) => deletePastGrants(db, { before: now - codeKnownSeconds * 1000, now }, limit));
}
