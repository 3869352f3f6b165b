import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRedirectUri } from "../../../shared/contract/oidc-client.ts";
import { isRegistered, provedSince, readPrompt, readScope } from "../../../worker/oidc/rules.ts";

describe("an address that people may be sent to", () => {
  it.each([
    "https://shop.example/callback",
    "https://shop.example/",
    "https://shop.example:8443/a?b=c",
    "http://127.0.0.1/callback",
    "http://[::1]:8080/callback",
    "http://localhost:3000/callback",
    "com.example.app:/callback",
  ])("may be %s", (uri) => expect(isRedirectUri(uri)).toBe(true));

  it.each([
    "",
    "/callback",
    "//shop.example/callback",
    "shop.example/callback",
    "https://shop.example",
    "https://shop.example/#x",
    "https://shop.example/#",
    "https://ana:secret@shop.example/",
    "https://ana@shop.example/",
    "https://shop.example/a/../b",
    "https://shop.example\\@evil.example/",
    " https://shop.example/",
    "https://shop.example/ñ",
    "https://sh\top.example/",
    "http://shop.example/",
    "http://127.0.0.1.evil.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "blob:https://shop.example/x",
    "myapp:/callback",
  ])("may not be %j", (uri) => expect(isRedirectUri(uri)).toBe(false));
});

describe("whether an address is registered", () => {
  const registered = [
    "https://shop.example/callback",
    "http://127.0.0.1/cb",
    "http://[::1]:1/cb",
    "http://localhost:3000/cb",
  ];

  it("is decided letter for letter, whatever is asked", () => {
    const pieces = fc.constantFrom(
      ..."https: http: // / \\ @ . : # ? %2f %00 shop.example evil.example callback 127.0.0.1 [::1] :80 cb localhost ..".split(
        " ",
      ),
      " ",
      "\t",
      "",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 12 }).map((all) => all.join("")),
          fc.webUrl(),
          fc.string(),
        ),
        (uri) => {
          const isOnAnyPort = /^http:\/\/(127\.0\.0\.1|\[::1\])(:\d+)?\/cb$/.test(uri);
          expect(isRegistered(uri, registered) && !isOnAnyPort).toBe(registered.includes(uri) && !isOnAnyPort);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("leaves the port to an app on this machine, and nothing else", () => {
    for (const port of [1024, 3000, 65535]) expect(isRegistered(`http://127.0.0.1:${port}/cb`, registered)).toBe(true);
    expect(isRegistered("http://[::1]/cb", registered)).toBe(true);
    for (const other of [
      "http://127.0.0.2:1/cb",
      "http://127.1/cb",
      "http://127.0.0.1:1/cb?x",
      "http://127.0.0.1:1/CB",
      "http://127.0.0.1:99999/cb",
      "https://127.0.0.1:1/cb",
      "http://localhost:3001/cb",
      "http://x@127.0.0.1:1/cb",
    ]) {
      expect([other, isRegistered(other, registered)]).toEqual([other, false]);
    }
  });
});

describe("since when a proof counts", () => {
  const now = 1_000_000_000;
  const wish = (prompt: string, maxAge?: number) => ({ prompt: readPrompt(prompt) ?? [], maxAge });

  it("is never, with nothing asked, and each time anew, with a login", () => {
    expect(provedSince(wish(""), null, now)).toBe(0);
    expect(provedSince(wish(""), now - 5, now)).toBe(0);
    expect(provedSince(wish("login"), null, now)).toBe(Number.POSITIVE_INFINITY);
    expect(provedSince(wish("login", 1e6), null, now)).toBe(Number.POSITIVE_INFINITY);
    expect(provedSince(wish("", 60), null, now)).toBe(now - 60_000);
  });

  it("is when it was asked for, for a minute or max_age", () => {
    expect(provedSince(wish("login"), now - 5000, now)).toBe(now - 5000);
    expect(provedSince(wish("login"), now - 600_000, now)).toBe(now - 60_000);
    expect(provedSince(wish("", 0), now - 5000, now)).toBe(now - 5000);
    expect(provedSince(wish("", 300), now - 600_000, now)).toBe(now - 300_000);
  });
});

describe("what a request says", () => {
  it("of prompt and scope is read by the words that there are", () => {
    expect(readPrompt("login consent")).toEqual(["login", "consent"]);
    expect(readPrompt("none")).toEqual(["none"]);
    for (const wrong of ["none login", "LOGIN", "login,consent", "create"]) expect(readPrompt(wrong)).toBeNull();
    const [given, none] = [{ refreshTokens: true }, { refreshTokens: false }];
    expect(readScope("email offline_access openid", none)).toBe("openid email");
    expect(readScope("email offline_access openid", given)).toBe("openid email offline_access");
    for (const wrong of ["", "email", "OpenID", "openid,email"]) expect(readScope(wrong, given)).toBeNull();
  });
});
