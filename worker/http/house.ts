import type { Bindings } from "../environment.ts";
import type { World } from "../world.ts";

/** What every handler finds on its context. */
export interface House {
  Bindings: Bindings;
  Variables: {
    requestId: string;
    world: World;
    /** Set once the request has proved a session, a key or a secret. */
    provesItself?: true;
    /** The origins that the site of the request has registered, once it has proved which it is. */
    registeredOrigins?: readonly string[];
    /** Answers as a request with the same `Idempotency-Key` was; set for those alone that have one. */
    answerEarlier?: () => Promise<Response>;
  };
}
