import type { Bindings } from "../environment.ts";
import type { OidcClient } from "../oidc/rules.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import type { CurrentSession } from "../session/rules.ts";
import type { World } from "../world.ts";

/** What every handler finds on its context. */
export interface House {
  Bindings: Bindings;
  Variables: {
    requestId: string;
    world: World;
    /** Set once the request has proved a session, a key or a secret. */
    provesItself?: true;
    /** The site that the request is of, once it has proved it. */
    oidcClient?: OidcClient;
    /** Answers as a request with the same `Idempotency-Key` was; set for those alone that have one. */
    answerEarlier?: () => Promise<Response>;
  };
}

/** What a handler behind `requireSession` finds beside it. */
export interface SignedInHouse {
  Bindings: Bindings;
  Variables: House["Variables"] & { session: CurrentSession };
}

/** What a handler behind `requireOperator` finds beside it. */
export interface OperatorHouse {
  Bindings: Bindings;
  Variables: House["Variables"] & { operator: CurrentOperator };
}
