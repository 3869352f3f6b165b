import { describe, expect, it } from "vitest";
import { features } from "../../shared/contract/operations/features.ts";
import { operations } from "../support/described.ts";
import { Service } from "../support/service.ts";

/** Routes that nobody calls by their own name. */
const silent: Record<string, string> = {
  "GET /mailbox.html": "the file behind /mailbox",
  // OpenID Connect describes itself, to clients that were there before: `/.well-known/openid-configuration`.
  "GET /.well-known/openid-configuration": "the description of those",
  "GET /.well-known/oauth-authorization-server": "the same, for clients of OAuth alone",
  "POST /oidc/authorize": "OpenID Connect Core 3.1.2.1",
  "POST /oidc/sign-out": "OpenID Connect RP-Initiated Logout 2",
  "GET /oidc/authorize": "OpenID Connect Core 3.1.2",
  "POST /oidc/token": "OpenID Connect Core 3.1.3",
  "POST /oidc/par": "RFC 9126",
  "POST /oidc/revoke": "RFC 7009",
  "POST /oidc/introspect": "RFC 7662",
  "GET /oidc/userinfo": "OpenID Connect Core 5.3",
  "POST /oidc/userinfo": "OpenID Connect Core 5.3",
  "GET /oidc/sign-out": "OpenID Connect RP-Initiated Logout",
};

const nameOf = (method: string, path: string) => `${method.toUpperCase()} ${path.replaceAll(/:(\w+)/g, "{$1}")}`;
const routes = new Map(
  new Service().routes
    .map(({ method, path, mark }) => [nameOf(method, path), mark] as const)
    .filter(([name]) => !silent[name]),
);
const described = new Map(operations.map((operation) => [nameOf(operation.method, operation.path), operation]));

describe("the description of the API", () => {
  it("has every route, and no other", () => {
    const lesson =
      "Describe the route in shared/contract/operations/<feature>.ts, or take it out there: CONTRIBUTING.md, 'Adding a feature'.";
    expect([...described.keys()].sort(), lesson).toEqual([...routes.keys()].sort());
    expect(described.size, "Two operations are one route.").toBe(operations.length);
  });

  it("gives every operation a name of its own, and every shape", () => {
    const ids = operations.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const shapes = features.flatMap((feature) => Object.keys(feature.shapes));
    expect(shapes.filter((name, at) => shapes.indexOf(name) !== at)).toEqual([]);
  });

  it.each([...described])("of %s is what its route checks", (name, { caller, body, query, path, params = {} }) => {
    const mark = routes.get(name);
    expect(caller, "`caller` is not whom the route's middleware lets through").toEqual(mark?.caller ?? "anyone");
    expect(body?.schema, "`body` is another schema than the one that the route checks").toBe(mark?.body);
    expect(query?.schema, "`query` is another schema than the one that the route checks").toBe(mark?.query);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param);
    expect(Object.keys(params), "`params` says what each part of the path is").toEqual(inPath);
  });
});
