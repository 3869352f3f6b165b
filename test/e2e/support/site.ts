import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRemoteJWKSet, jwtVerify } from "jose";
import * as oidc from "openid-client";
import { exampleSecret } from "../../example-site/oidc.ts";

/** A site of somebody else's, which signs people in by the redirect way: on another port, and by another name of this machine. */
export interface Site {
  address: string;
  stop: () => Promise<void>;
}

/** What the site keeps of one browser until it comes back. */
interface Journey {
  verifier: string;
  nonce: string;
  state: string;
  maxAge: number | undefined;
}

/**
 * Starts the site. `/login` sends a browser to the service, with the parameters that it has itself; `/callback` shows who
 * came back and by what proof, or the error. It uses `openid-client` as it comes from npm, and knows nothing of our code.
 */
export async function startSite(service: string): Promise<Site> {
  const config = await oidc.discovery(new URL(service), "stock-site", exampleSecret, undefined, {
    execute: [oidc.allowInsecureRequests],
  });
  const keys = createRemoteJWKSet(new URL(`${service}/.well-known/jwks.json`));
  const journeys = new Map<string, Journey>();

  const leave = async (url: URL, response: ServerResponse) => {
    const [verifier, nonce, state] = [oidc.randomPKCECodeVerifier(), oidc.randomNonce(), oidc.randomState()];
    const maxAge = url.searchParams.get("max_age");
    journeys.set(state, { verifier, nonce, state, maxAge: maxAge === null ? undefined : Number(maxAge) });
    const to = oidc.buildAuthorizationUrl(config, {
      redirect_uri: `${url.origin}/callback`,
      scope: "openid email",
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      nonce,
      state,
      ...Object.fromEntries(url.searchParams),
    });
    response.writeHead(302, { Location: to.href, "Set-Cookie": `journey=${state}; HttpOnly; SameSite=Lax` }).end();
  };

  const comeBack = async (url: URL, request: IncomingMessage, response: ServerResponse) => {
    const journey = journeys.get(/journey=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "");
    if (!journey) throw new Error("this browser was not sent anywhere");
    const tokens = await oidc.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: journey.verifier,
      expectedNonce: journey.nonce,
      expectedState: journey.state,
      idTokenExpected: true,
      ...(journey.maxAge !== undefined && { maxAge: journey.maxAge }),
    });
    const { payload } = await jwtVerify(tokens.id_token ?? "", keys, { issuer: service, audience: "stock-site" });
    const info = await oidc.fetchUserInfo(config, tokens.access_token, payload.sub ?? "");
    show(response, `Hello ${info.email}`, `Proved by ${payload.amr}, ${payload.acr}`);
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", address);
    try {
      if (url.pathname === "/login") await leave(url, response);
      else if (url.pathname === "/callback") await comeBack(url, request, response);
      else show(response, "Example site", "Nobody has come back yet");
    } catch (error) {
      const code = error instanceof oidc.AuthorizationResponseError ? error.error : String(error);
      show(response, "Not signed in", code);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  const address = `http://127.0.0.1:${typeof at === "object" ? at?.port : at}`;
  return {
    address,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function show(response: ServerResponse, heading: string, text: string): void {
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
  response.end(`<!doctype html><html lang="en"><title>Example site</title><h1>${heading}</h1><p>${text}</p></html>`);
}
