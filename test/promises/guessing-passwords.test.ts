import { describe, expect, it } from "vitest";
import { countArgon2Runs } from "../support/counting-argon2.ts";
import { RoundTrips } from "../support/counting-database.ts";
import { Person } from "../support/person.ts";
import { Service, type TestAnswer } from "../support/service.ts";

const from = (ip: string) => ({ "CF-Connecting-IP": ip });
const newAddress = () => `g2-${crypto.randomUUID()}@example.com`;
const codeOf = ({ body }: TestAnswer) => body.code ?? body.status;

/** Types a wrong password for an address so many times; answers what came of each. */
async function guess(
  service: Service,
  tries: number,
  email: string | (() => string),
  headers: Record<string, string> = {},
): Promise<string[]> {
  const answers = [];
  for (let each = 0; each < tries; each++) {
    const body = { email: typeof email === "string" ? email : email(), password: "not the password" };
    answers.push(codeOf(await service.post("/v1/sign-in", body, { headers })));
  }
  return answers;
}

const judged = (answers: string[]) => answers.filter((code) => code === "wrong_credentials").length;

describe("G2 wrong passwords are slowed per account", () => {
  it("G2 after five, with waits that double and a right password that ends them", async () => {
    const person = await Person.signUp(new Service());
    expect(judged(await guess(person.service, 8, person.email))).toBe(5);
    const refused = await person.startSignIn();
    expect([refused.status, refused.body.retryAfter, refused.headers.get("Retry-After")]).toEqual([429, 30, "30"]);
    person.service.pass(30);
    expect(await guess(person.service, 1, person.email)).toEqual(["wrong_credentials"]);
    expect((await person.startSignIn()).body.retryAfter).toBe(60);
    person.service.pass(60);
    expect((await person.startSignIn()).body.status).toBe("complete");
    expect(judged(await guess(person.service, 8, person.email))).toBe(5);
  });

  it("G2 spellings of one address share one count", async () => {
    const person = await Person.signUp(new Service(), `ana-${crypto.randomUUID()}@example.com`);
    const spellings = [
      person.email,
      person.email.toUpperCase(),
      ` ${person.email} `,
      person.email.replace("ana", "ＡＮＡ"),
      person.email.replace("example", "ＥＸＡＭＰＬＥ"),
      person.email.replace("a", "ａ"),
    ];
    let at = 0;
    const answers = await guess(person.service, 12, () => spellings[at++ % spellings.length] ?? "");
    expect(judged(answers)).toBe(5);
    expect((await person.startSignIn()).status).toBe(429);
  });

  it("G2 unknown addresses too, with the same answers for the same work (P5)", async () => {
    const person = await Person.signUp(new Service());
    const trips = new RoundTrips();
    const service = new Service({}, { DB: trips.database });
    const histories = [];
    for (const email of [person.email, newAddress()]) {
      service.now = person.service.now + 1_000_000;
      const history = [];
      for (let tries = 0; tries < 8; tries++) {
        Object.assign(trips, { count: 0, statements: 0 });
        const hashes = countArgon2Runs();
        const { status, body, headers } = await service.post("/v1/sign-in", { email, password: "not the password" });
        const answer = { status, body: { ...body, requestId: "" }, retryAfter: headers.get("Retry-After") };
        history.push({ ...answer, hashes: hashes.stop(), trips: trips.count, statements: trips.statements });
      }
      histories.push(history);
    }
    expect(histories[0]).toEqual(histories[1]);
    expect(histories[0]?.map(({ hashes }) => hashes)).toEqual([1, 1, 1, 1, 1, 0, 0, 0]);
    expect(histories[0]?.map(({ trips }) => trips)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });
});

describe("G2 wrong passwords are slowed per network address", () => {
  it("G2 over all accounts, and no other address pays for it", async () => {
    const service = new Service();
    expect(judged(await guess(service, 35, newAddress, from("192.0.2.1")))).toBe(30);
    expect(await guess(service, 1, newAddress, from("192.0.2.1"))).toEqual(["too_many_attempts"]);
    expect(await guess(service, 1, newAddress, from("::ffff:192.0.2.1"))).toEqual(["too_many_attempts"]);
    expect(await guess(service, 1, newAddress, from("192.0.2.2"))).toEqual(["wrong_credentials"]);
  });

  it("G2 IPv6 by /64: the addresses of one subscriber count together, a neighbour's do not", async () => {
    const service = new Service();
    let host = 0;
    for (let tries = 0; tries < 30; tries++) {
      host++;
      await guess(service, 1, newAddress, from(`2001:db8:7:1::${host.toString(16)}`));
    }
    expect(await guess(service, 1, newAddress, from("2001:db8:7:1:ffff::1"))).toEqual(["too_many_attempts"]);
    expect(await guess(service, 1, newAddress, from("2001:db8:7:2::1"))).toEqual(["wrong_credentials"]);
  });

  it("G2 what the caller says of itself is not believed", async () => {
    const service = new Service();
    let forged = 0;
    const answers = [];
    for (let tries = 0; tries < 35; tries++) {
      const claims = {
        "X-Forwarded-For": `203.0.113.${++forged}`,
        "X-Real-IP": "203.0.113.9",
        Forwarded: "for=1.2.3.4",
      };
      answers.push(...(await guess(service, 1, newAddress, { ...from("198.51.100.1"), ...claims })));
    }
    expect(judged(answers)).toBe(30);
  });

  it("G2 right ones do not count, and do not wash wrong ones away", async () => {
    const service = new Service();
    const [owner, victim] = [await Person.signUp(service), newAddress()];
    const home = from("198.51.100.2");
    for (let tries = 0; tries < 40; tries++) expect((await owner.startSignIn(undefined, home)).status).toBe(200);
    const answers = [];
    for (let tries = 0; tries < 35; tries++) {
      answers.push(...(await guess(service, 1, `${tries}-${victim}`, home)));
      await owner.startSignIn(undefined, home);
    }
    expect(judged(answers)).toBe(30);
  });

  it("G2 one wrong password a minute is never slowed", async () => {
    const service = new Service();
    for (let minutes = 0; minutes < 90; minutes++) {
      expect(await guess(service, 1, newAddress, from("198.51.100.3"))).toEqual(["wrong_credentials"]);
      service.pass(60);
    }
  });
});

describe("G2 a remembered browser has a count of its own", () => {
  it("G2 so that a stranger cannot lock a person out of it, from their own network neither", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const browser = { ...(await person.rememberBrowser()), ...from("192.0.2.50") };
    await guess(person.service, 8, person.email, from("203.0.113.77"));
    await guess(person.service, 35, newAddress, from("192.0.2.50"));
    expect((await person.startSignIn(undefined, from("192.0.2.50"))).status).toBe(429);
    expect((await person.startSignIn(undefined, browser)).body.status).toBe("complete");
  });

  it("G2 which slows guesses from it, and leaves all others alone", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnApp();
    const browser = await person.rememberBrowser();
    expect(judged(await guess(person.service, 8, person.email, browser))).toBe(5);
    expect((await person.startSignIn(undefined, browser)).body.code).toBe("too_many_attempts");
    expect((await person.startSignIn()).body.status).toBe("second_step");
  });

  it("G2 and one that is made up, or of another account, has none", async () => {
    const service = new Service();
    const [person, thief] = [await Person.signUp(service), await Person.signUp(service)];
    await thief.turnOnApp();
    const theirs = await thief.rememberBrowser();
    const made = () => ({ "Latchkey-Device": crypto.randomUUID() });
    const answers = [
      ...(await guess(service, 5, person.email, theirs)),
      ...(await guess(service, 5, person.email, made())),
    ];
    expect(judged(answers)).toBe(5);
  });
});

describe("G3 counting is exact under concurrency", () => {
  it("G3 of fifty passwords at once five are judged, known address or not", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    for (const email of [person.email, newAddress()]) {
      const hashes = countArgon2Runs();
      const wish = { email, password: "not the password" };
      const answers = await Promise.all(Array.from({ length: 50 }, () => service.post("/v1/sign-in", wish)));
      expect(hashes.stop()).toBe(5);
      expect(judged(answers.map(codeOf))).toBe(5);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(45);
    }
  });

  it("G3 of fifty at once from one network, over fifty addresses, thirty are judged", async () => {
    const service = new Service();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => guess(service, 1, newAddress, from("198.51.100.50"))),
    );
    expect(judged(answers.flat())).toBe(30);
  });

  it("G3 of fifty at once for the current password five are judged, by step-up and by change", async () => {
    const person = await Person.signUp(new Service());
    const stepUp = () => person.service.post("/v1/step-up", { password: "not the password" }, person);
    const wish = { currentPassword: "not the password", newPassword: "seven lanterns on a pier" };
    const change = () => person.service.put("/v1/account/password", wish, person);
    const answers = await Promise.all(Array.from({ length: 25 }, () => [stepUp(), change()]).flat());
    expect(judged(answers.map(codeOf))).toBe(5);
  });
});
