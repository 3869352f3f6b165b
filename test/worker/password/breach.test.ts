import { env } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import { Person } from "../../support/person.ts";
import { askedFor, freshPassword, rangeAnswers, rangeOf, withRange } from "../../support/range.ts";

// The first rows of a real answer, as the API's own documentation shows them.
const realRows = `0018A45C4D1DEF81644B54AB7F969B88D65:1\r
00D4F6E8FA6EECAD2A3AA415EEC418D38EC:2\r
011053FD0102E94D6AE2F8B83D76FAF94F6:1\r
012A7CA357541F0AC487871FEEC1891C49C:2\r
0136E006E24E7D152139815FB0FC6A50B15:2`;

const reasonsOf = async (service: ReturnType<typeof withRange>, password: string) => {
  const { status, body } = await service.post("/v1/password/check", { password });
  expect(status).toBe(200);
  return body.reasons;
};

async function breachedPassword(count = 3861493): Promise<{ password: string; prefix: string; suffix: string }> {
  const password = freshPassword();
  const { prefix, suffix } = await rangeOf(password);
  await rangeAnswers(prefix, { rows: `${realRows}\r\n${suffix}:${count}` });
  return { password, prefix, suffix };
}

describe("a breached password", () => {
  it("is refused for a new account, at a change and in a check", async () => {
    const { password } = await breachedPassword();
    const service = withRange();
    expect(await reasonsOf(service, password)).toEqual(["breached"]);
    const created = await service.post("/v1/accounts", { email: "ana@example.com", password });
    expect([created.status, created.body.reasons]).toEqual([422, ["breached"]]);
    const person = await Person.signUp(service);
    const wish = { currentPassword: person.password, newPassword: password };
    const changed = await service.put("/v1/account/password", wish, person);
    expect([changed.status, changed.body.code, changed.body.reasons]).toEqual([422, "password_rejected", ["breached"]]);
    expect((await person.startSignIn()).body.status).toBe("complete");
  });

  it("is looked up by five characters of its hash and no more, with padding", async () => {
    const { password, prefix, suffix } = await breachedPassword();
    await reasonsOf(withRange(), password);
    const asked = await askedFor(prefix);
    expect(asked).toEqual([{ path: `/range/${prefix}`, padding: "true" }]);
    expect(JSON.stringify(asked)).not.toContain(suffix);
  });

  it("is found whatever the letter case of the answer", async () => {
    const password = freshPassword();
    const { prefix, suffix } = await rangeOf(password);
    await rangeAnswers(prefix, { rows: `${suffix.toLowerCase()}:1` });
    expect(await reasonsOf(withRange(), password)).toEqual(["breached"]);
  });

  it("is looked up in the form that is stored, however its letters are composed", async () => {
    const password = `${freshPassword()} ma\u00f1ana`;
    const { prefix, suffix } = await rangeOf(password);
    await rangeAnswers(prefix, { rows: `${suffix}:4` });
    expect(await reasonsOf(withRange(), password.normalize("NFD"))).toEqual(["breached"]);
  });
});

describe("another password", () => {
  it("of the same range is accepted", async () => {
    const password = freshPassword();
    await rangeAnswers((await rangeOf(password)).prefix, { rows: realRows });
    expect(await reasonsOf(withRange(), password)).toEqual([]);
  });

  it("that is only in the padding is accepted", async () => {
    const { password } = await breachedPassword(0);
    expect(await reasonsOf(withRange(), password)).toEqual([]);
  });

  it("that is refused already is not looked up", async () => {
    expect(await reasonsOf(withRange(), "password1")).toEqual(["too_common"]);
    expect(await askedFor((await rangeOf("password1")).prefix)).toEqual([]);
  });
});

describe("the cache", () => {
  it("answers the second query, for a day", async () => {
    const { password, prefix } = await breachedPassword();
    for (const service of [withRange(), withRange()]) expect(await reasonsOf(service, password)).toEqual(["breached"]);
    expect(await askedFor(prefix)).toHaveLength(1);
    const { keys } = await env.CACHE.list({ prefix: `breach:${prefix}` });
    expect(keys[0]?.expiration).toBeGreaterThan(Date.now() / 1000 + 23 * 3600);
  });

  it("degrades where KV fails or is not there", async () => {
    const gone = new Proxy({}, { get: () => () => Promise.reject(new Error("KV is gone")) });
    const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
    for (const CACHE of [gone, undefined]) {
      const { password, prefix } = await breachedPassword();
      const service = withRange({}, { CACHE });
      expect(await reasonsOf(service, password)).toEqual(["breached"]);
      expect(await reasonsOf(service, password)).toEqual(["breached"]);
      expect(await askedFor(prefix)).toHaveLength(2);
    }
    quiet.mockRestore();
  });
});

describe("a query that fails", () => {
  it.each([
    ["a 503", { status: 503 }, "refused"],
    ["a redirect", { status: 302 }, "refused"],
    ["garbage", { text: "<html>the captive portal of an airport</html>" }, "not a range"],
    ["no answer", { hang: true }, "no answer in time"],
  ])("with %s lets the person on, keeps nothing, and rests", async (_, script, why) => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const service = withRange({ BREACH_TIMEOUT_SECONDS: "0.3" });
    const { password, prefix, suffix } = await breachedPassword();
    await rangeAnswers(prefix, script);
    expect(await reasonsOf(service, password)).toEqual([]);
    expect(logged.mock.calls).toEqual([[`the breach query failed: ${why}; asking again in 30 s`]]);
    expect(await reasonsOf(service, "password1")).toEqual(["too_common"]);
    expect(await reasonsOf(service, password)).toEqual([]);
    expect(await askedFor(prefix)).toHaveLength(1);

    await rangeAnswers(prefix, { rows: `${suffix}:4` });
    service.pass(30);
    expect(await reasonsOf(service, password)).toEqual(["breached"]);
    logged.mockRestore();
  });

  it("because nothing listens lets the person on", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await reasonsOf(withRange({ BREACH_BASE_URL: "http://127.0.0.1:9" }), freshPassword())).toEqual([]);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it("is never made where the setting is empty", async () => {
    const { password, prefix } = await breachedPassword();
    expect(await reasonsOf(withRange({ BREACH_BASE_URL: "" }), password)).toEqual([]);
    expect(await askedFor(prefix)).toEqual([]);
  });
});
