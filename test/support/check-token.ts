import { createRemoteJWKSet, customFetch, type JWTPayload, jwtVerify } from "jose";
import type { Service } from "./service.ts";

/** Another server: it checks tokens as docs/tokens.md says, with `jose` and the published keys alone, by the test's clock. */
export function serverCalled(audience: string, service: Service): (token: string, now?: number) => Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL(`${service.origin}/.well-known/jwks.json`), {
    cooldownDuration: 0,
    [customFetch]: async (url) => {
      const { body, headers } = await service.get(new URL(url).pathname);
      return new Response(JSON.stringify(body), { headers });
    },
  });
  return async (token, now = service.now) => {
    const { payload } = await jwtVerify(token, keys, {
      issuer: service.origin,
      audience,
      algorithms: ["ES256", "RS256"],
      currentDate: new Date(now),
    });
    return payload;
  };
}
