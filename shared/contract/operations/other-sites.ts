import { allowedApp, connectedApp, connectedApps, site, siteQuery } from "../oidc.ts";
import {
  changeClientBody,
  changedClient,
  clientList,
  newClientAnswer,
  newClientBody,
  newSecretBody,
  registeredClient,
} from "../oidc-client.ts";
import { keySet, tokenAnswer, tokenBody } from "../token.ts";
import { json, query } from "./content.ts";
import { soon } from "./example.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

const caller = { operator: "clients" } as const;

export const otherSitesFeature: Feature = {
  name: "other-sites",
  title: "Other sites and servers",
  about:
    "Tokens that other servers check by themselves, and the sites that people sign in to by OpenID Connect: its own endpoints are described by `/.well-known/openid-configuration`, as its clients read them.",
  shapes: {
    KeySet: answered(keySet, "A JWK Set (RFC 7517)."),
    Site: answered(site, "A site that people sign in to.", {
      returnTo: "Where they go on to, as a browser writes the address; null for a registered client.",
    }),
    ConnectedApp: answered(connectedApp, "A site that somebody has signed in to."),
    RegisteredClient: answered(registeredClient, "A registered site.", {
      createdAt: "Null for one of the settings, which are changed there.",
    }),
    NewClient: answered(newClientAnswer, "A site that was registered just now.", { secret: "Shown this once." }),
  },
  operations: [
    {
      method: "post",
      path: "/v1/token",
      id: "issueToken",
      summary: "Issue a token for another server",
      description:
        "An ES256 JWT of five minutes with `typ: at+jwt` in its header, for a server that `TOKEN_AUDIENCES` names, asked for by a page that it names for it.",
      caller: "session",
      body: json(tokenBody, { fields: { aud: "The server's name." }, example: { aud: "example-api" } }),
      answers: {
        200: { says: "The token.", content: json(tokenAnswer, { example: { token: "eyJhbGciOi…", expiresAt: soon } }) },
      },
      problems: ["audience_not_allowed"],
    },
    {
      method: "get",
      path: "/.well-known/jwks.json",
      id: "publishKeys",
      summary: "Get the public keys (JWKS)",
      description: "A key is here a day before it signs, and until everything that it signed has expired.",
      caller: "anyone",
      answers: { 200: { says: "The public keys.", content: json(keySet) } },
    },
    {
      method: "get",
      path: "/v1/oidc/site",
      id: "readSite",
      summary: "Get the name of a site",
      description: "Of the one that somebody is about to sign in to.",
      caller: "anyone",
      query: query(siteQuery),
      answers: { 200: { says: "What the hosted pages show.", content: json(site) } },
      problems: ["not_found"],
    },
    {
      method: "get",
      path: "/v1/account/apps",
      id: "listApps",
      summary: "List connected apps",
      description: "The sites that the person has signed in to, and when each was last used.",
      caller: "session",
      answers: { 200: { says: "The one used last first.", content: json(connectedApps) } },
    },
    {
      method: "put",
      path: "/v1/account/apps/{clientId}",
      id: "allowApp",
      summary: "Allow an app",
      description:
        "What the person lets a site know that is not the service's own. The hosted pages ask when it wants to sign them in.",
      caller: "session",
      params: { clientId: "The app's client id." },
      body: json(allowedApp, {
        fields: { scopes: "What it may know: it has to ask again for any other." },
        example: { scopes: ["openid", "email"] },
      }),
      answers: { 204: { says: "It is remembered." } },
      problems: ["not_found"],
    },
    {
      method: "delete",
      path: "/v1/account/apps/{clientId}",
      id: "removeApp",
      summary: "Disconnect an app",
      description:
        "Its codes, access tokens and refresh tokens of this account end, and what the person let it know is forgotten. It is told so, if it has a `backChannelLogoutUri`. It may ask for a sign-in again.",
      caller: "session",
      params: { clientId: "The app's client id." },
      answers: { 204: { says: "It is disconnected." } },
      problems: ["not_found"],
    },
    {
      method: "get",
      path: "/v1/admin/clients",
      id: "listClients",
      summary: "List sites",
      caller,
      answers: { 200: { says: "Those of the settings too.", content: json(clientList) } },
    },
    {
      method: "post",
      path: "/v1/admin/clients",
      id: "registerClient",
      summary: "Register a site",
      caller,
      body: json(newClientBody, {
        fields: {
          confidential: "Whether its server can keep a secret.",
          pkce: "Whether it has to send PKCE: always `required` without a secret, otherwise `optional` by default.",
          idTokenSignedResponseAlg: "The algorithm of its ID tokens.",
          ours: "Whether it belongs to you. Any other site asks the person what it may know.",
          logoUri: "A small picture of it for that page: a data address of a PNG, JPEG or WebP.",
          backChannelLogoutUri: "Where its server is told that a session has ended.",
          jwks: "Public keys by which it proves itself (`private_key_jwt`); it gets no secret then.",
          jwksUri: "Where it publishes them instead.",
          requirePushedAuthorizationRequests: "Whether its requests to sign in have to be pushed (RFC 9126).",
        },
        example: {
          name: "Shop",
          redirectUris: ["https://shop.example.com/callback"],
          signOutUris: [],
          confidential: true,
        },
      }),
      answers: { 201: { says: "It is registered.", content: json(newClientAnswer) } },
    },
    {
      method: "patch",
      path: "/v1/admin/clients/{id}",
      id: "changeClient",
      summary: "Update a site",
      description: "What the body does not name stays as it is. One of the settings is changed there.",
      caller,
      params: { id: "The client's id." },
      body: json(changeClientBody, {
        fields: { redirectUris: "All of them: the list replaces the one before." },
        example: { refreshTokens: true },
      }),
      answers: { 200: { says: "It is changed.", content: json(changedClient) } },
      problems: ["not_found"],
    },
    {
      method: "post",
      path: "/v1/admin/clients/{id}/secrets",
      id: "renewClientSecret",
      summary: "Rotate a site's secret",
      description:
        "The secret before keeps working for a day, or as long as you say, so that your servers can change over. Any older one stops now.",
      caller,
      params: { id: "The client's id." },
      body: json(newSecretBody, {
        fields: { previousForHours: "How long the secret before keeps working, in hours; 0 ends it now." },
        example: { previousForHours: 24 },
      }),
      answers: { 201: { says: "The new secret.", content: json(newClientAnswer) } },
      problems: ["not_found"],
    },
    {
      method: "delete",
      path: "/v1/admin/clients/{id}",
      id: "removeClient",
      summary: "Remove a site",
      description: "Its codes and access tokens end with it. One of the settings is taken out there.",
      caller,
      params: { id: "The client's id." },
      answers: { 204: { says: "It is gone." } },
      problems: ["not_found"],
    },
  ],
};
