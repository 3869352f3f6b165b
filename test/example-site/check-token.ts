import { createRemoteJWKSet, jwtVerify } from "jose";
import type { Proof } from "./proof.ts";

/** Who asks, and how they proved it. */
export interface Visitor extends Proof {
  id: string;
}

/** The name that tokens for this server bear: nobody can use them anywhere else, nor ours be those of another server. */
export const audience = "little-harbour";

/**
 * Says who a request comes from, by the token of its page; null where it has none that holds. Latchkey is asked for its
 * public keys now and then, and for nothing else: no request of ours waits for it.
 */
export function createTokenCheck(service: string) {
  const keys = createRemoteJWKSet(new URL("/.well-known/jwks.json", service));
  return async (request: Request): Promise<Visitor | null> => {
    const token = /^Bearer (.+)$/.exec(request.headers.get("Authorization") ?? "")?.[1];
    if (!token) return null;
    try {
      const { payload } = await jwtVerify<Proof>(token, keys, {
        issuer: service,
        audience,
        algorithms: ["ES256"],
        typ: "at+jwt",
      });
      return { id: payload.sub ?? "", auth_time: payload.auth_time, amr: payload.amr };
    } catch {
      return null;
    }
  };
}
