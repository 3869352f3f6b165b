import { cleanUp } from "../../clean-up.ts";
import type { World } from "../../world.ts";
import { askedLifetimeMinutes } from "../rules.ts";
import { deletePastPushed } from "./store.ts";

/** Takes away pushed requests that nobody can come back with any more, as many as one run may. */
export function cleanUpPushedRequests({ db, now }: World): Promise<void> {
  return cleanUp((limit) => deletePastPushed(db, now - askedLifetimeMinutes * 60_000, limit));
}
