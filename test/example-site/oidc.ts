import * as client from "openid-client";
import type { Proof } from "./proof.ts";

/** Somebody who has come back from Latchkey, and how they proved who they are. */
export interface Person extends Proof {
  id: string;
  email: string;
}

/** What a browser's way to Latchkey and back is checked by; it stays with us. */
export interface Journey {
  verifier: string;
  state: string;
  nonce: string;
  maxAge?: number;
}

/** The secret of this site, whose hash wrangler.toml has: of a service on this machine alone. */
export const exampleSecret = "a secret for this machine alone, of nobody's";

/** OpenID Connect as any provider has it: `openid-client` from npm, with the name that Latchkey's settings give this site. */
export function createOidc({ service, callback }: { service: string; callback: string }) {
  let discovered: Promise<client.Configuration> | undefined;
  const provider = () => {
    // Without https there is only this machine.
    const options = { execute: service.startsWith("http:") ? [client.allowInsecureRequests] : [] };
    discovered ??= client.discovery(new URL(service), "example-site", exampleSecret, undefined, options);
    return discovered;
  };
  return {
    /** Where to send the browser. With `maxAge`, in seconds, Latchkey asks for a proof that is no older. */
    async leave(maxAge?: number): Promise<{ address: string; journey: Journey }> {
      const verifier = client.randomPKCECodeVerifier();
      const journey = { verifier, state: client.randomState(), nonce: client.randomNonce(), maxAge };
      const address = client.buildAuthorizationUrl(await provider(), {
        redirect_uri: callback,
        scope: "openid email",
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state: journey.state,
        nonce: journey.nonce,
        ...(maxAge !== undefined && { max_age: String(maxAge) }),
      });
      return { address: address.href, journey };
    },

    /** Who came back with `search` in the address; null where they did not want to. Throws where anything does not fit. */
    async arrive(search: string, { verifier, state, nonce, maxAge }: Journey): Promise<Person | null> {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, maxAge };
      try {
        const tokens = await client.authorizationCodeGrant(await provider(), new URL(search, callback), checks);
        const claims = tokens.claims();
        if (!claims) return null;
        const { sub, email, auth_time = 0, amr } = claims;
        return { id: sub, email: String(email), auth_time, amr: Array.isArray(amr) ? amr.map(String) : [] };
      } catch (error) {
        if (error instanceof client.AuthorizationResponseError) return null;
        throw error;
      }
    },
  };
}
