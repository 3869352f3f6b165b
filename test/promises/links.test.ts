import { describe, expect, it } from "vitest";
import { turnOnPasskey } from "../support/passkey.ts";
import { askReset, askResetLink, confirmReset, newPassword, unlockSignIn } from "../support/password-reset.ts";
import { Person, wrongCode } from "../support/person.ts";
import { emptyMailbox, Service, type TestAnswer } from "../support/service.ts";

const from = (ip: string) => ({ "CF-Connecting-IP": ip });
const ask = ({ service, email }: Person, headers: Record<string, string> = {}) =>
  service.post("/v1/password-reset", { email }, { headers });
const check = ({ service }: Person, link: string) => service.post("/v1/links/check", { link });
let networks = 0;
/** A network that nobody else has; each test has a clock of its own, so that none may see another's counts. */
const anywhere = () => from(`198.18.${++networks >> 8}.${networks & 255}`);
const codeOf = ({ body, status }: TestAnswer) => body.code ?? body.status ?? status;

/** A stranger's wrong codes for a person's resets, each reset with five, from a network of its own each time. */
async function guessCodes(person: Person, guesses: number): Promise<string[]> {
  const answers: string[] = [];
  for (let at = 0; answers.length < guesses; at++) {
    const { id, code } = await askReset(person);
    for (let tries = 0; tries < 5 && answers.length < guesses; tries++) {
      const wish = { id, code: wrongCode(code), newPassword };
      const headers = anywhere();
      answers.push(codeOf(await person.service.post("/v1/password-reset/confirm", wish, { headers })));
    }
    if (at % 4 === 3) person.service.pass(3600);
  }
  return answers;
}

/** A stranger's wrong passwords, each from another network. */
async function guessPasswords(person: Person, guesses: number): Promise<string[]> {
  const answers: string[] = [];
  for (let at = 0; at < guesses; at++) {
    answers.push(codeOf(await person.startSignIn("not the password", anywhere())));
  }
  return answers;
}

describe("G5 a stranger's wrong codes of a reset", () => {
  it("G5 six of them keep nobody from resetting by a code of their own", async () => {
    const person = await Person.signUp(new Service());
    expect(await guessCodes(person, 6)).toEqual(Array(6).fill("wrong_code"));
    expect(codeOf(await confirmReset(person, await askReset(person)))).toBe("complete");
  });

  it("G5 after twenty only the link is accepted, the answer says so, and then four a day are judged", async () => {
    const person = await Person.signUp(new Service());
    expect(await guessCodes(person, 20)).toEqual(Array(20).fill("wrong_code"));
    for (let day = 0; day < 2; day++) {
      const refused = await confirmReset(person, await askReset(person));
      expect([refused.status, codeOf(refused)]).toEqual([403, "link_required"]);
      person.service.pass(24 * 3600);
      expect(await guessCodes(person, 5)).toEqual([...Array(4).fill("wrong_code"), "link_required"]);
    }
    person.service.pass(100 * 24 * 3600);
    expect(await guessCodes(person, 5)).toEqual([...Array(4).fill("wrong_code"), "link_required"]);
    const link = await askResetLink(person);
    expect(codeOf(await confirmReset(person, { link }))).toBe("complete");
    expect((await person.startSignIn(newPassword)).body.status).toBe("complete");
    expect(await guessCodes(person, 6)).toEqual(Array(6).fill("wrong_code"));
  });

  it("G5 make the guesser's own network wait, and not the link", async () => {
    const service = new Service();
    const headers = from("192.0.2.1");
    const answers: string[] = [];
    const resets = [];
    for (let at = 0; at < 7; at++) resets.push(await askReset(await Person.signUp(service)));
    for (const { id, code } of resets) {
      for (let tries = 0; tries < 5; tries++) {
        const wish = { id, code: wrongCode(code), newPassword };
        answers.push(codeOf(await service.post("/v1/password-reset/confirm", wish, { headers })));
      }
    }
    expect(answers).toEqual([...Array(30).fill("wrong_code"), ...Array(5).fill("too_many_attempts")]);
    const person = await Person.signUp(service);
    const wish = { link: await askResetLink(person), newPassword };
    expect(codeOf(await service.post("/v1/password-reset/confirm", wish, { headers }))).toBe("complete");
  });
});

describe("G5 the link of a reset's mail", () => {
  it("G5 a mailbox without a living one is always sent one, whatever strangers asked for", async () => {
    const person = await Person.signUp(new Service());
    for (let sent = 0; sent < 5; sent++) {
      await ask(person, anywhere());
      person.service.pass(30);
    }
    expect((await ask(person)).status).toBe(429);
    // The mail that a stranger asked for serves the owner.
    const link = await person.mailedLink("reset");
    expect(codeOf(await confirmReset(person, { link }))).toBe("complete");
    expect((await ask(person)).status).toBe(202);
    expect(await person.mailedLink("reset")).not.toBe(link);
  });

  it("G5 of fifty requests at once for a mailbox without one, one is mailed", async () => {
    const person = await Person.signUp(new Service());
    await emptyMailbox();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(person)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(await person.service.mailsTo(person.email)).toHaveLength(1);
  });

  it("G5 works once, of fifty presses at once, and lives an hour", async () => {
    const person = await Person.signUp(new Service());
    const link = await askResetLink(person);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => confirmReset(person, { link, newPassword: `${newPassword} ${at}` })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status, body }) => status === 410 && body.code === "link_expired")).toHaveLength(49);
    const late = await askResetLink(person);
    person.service.pass(3600);
    expect(codeOf(await confirmReset(person, { link: late }))).toBe("link_expired");
  });

  it("G5 a newer reset voids no older one, and one that is used voids all", async () => {
    const person = await Person.signUp(new Service());
    const older = { ...(await askReset(person)), link: await person.mailedLink("reset") };
    const newer = { ...(await askReset(person)), link: await person.mailedLink("reset") };
    expect(codeOf(await confirmReset(person, { id: older.id, code: older.code }))).toBe("complete");
    expect(codeOf(await confirmReset(person, { id: newer.id, code: newer.code }))).toBe("code_expired");
    for (const { link } of [older, newer]) expect(codeOf(await confirmReset(person, { link }))).toBe("link_expired");
  });

  it("G5 a new password or a new address voids it, and an unlock's too", async () => {
    const change = async (person: Person) => {
      const wish = { currentPassword: person.password, newPassword: "nine kites over the bay" };
      expect((await person.service.put("/v1/account/password", wish, person)).status).toBe(204);
    };
    const move = async (person: Person) => {
      await person.stepUpByPassword();
      await person.moveAddress();
    };
    for (const act of [change, move]) {
      const person = await Person.signUp(new Service());
      const link = await askResetLink(person);
      await person.service.post("/v1/sign-in/unlock", { email: person.email });
      const unlock = await person.mailedLink("unlock");
      await act(person);
      expect(codeOf(await confirmReset(person, { link }))).toBe("link_expired");
      expect(codeOf(await person.service.post("/v1/sign-in/unlock/confirm", { link: unlock }))).toBe("link_expired");
    }
  });

  it("G5 a password that the policy refuses costs no link", async () => {
    const person = await Person.signUp(new Service());
    const link = await askResetLink(person);
    for (const wish of ["short", person.password]) {
      expect((await confirmReset(person, { link, newPassword: wish })).body.code).toBe("password_rejected");
    }
    expect(codeOf(await confirmReset(person, { link }))).toBe("complete");
  });

  it("S3b is no way past the second step, which is never by e-mail", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    await turnOnPasskey(person);
    const { body } = await confirmReset(person, { link: await askResetLink(person) });
    expect(body).toMatchObject({ status: "second_step", methods: [{ type: "passkey" }] });
    const alone = await Person.signUp(new Service());
    await alone.turnOnEmail();
    expect((await confirmReset(alone, { link: await askResetLink(alone) })).body.status).toBe("waiting");
  });

  it("G5 asking what it is for uses nothing up", async () => {
    const person = await Person.signUp(new Service());
    const link = await askResetLink(person);
    for (let asked = 0; asked < 3; asked++)
      expect((await check(person, link)).body).toMatchObject({ purpose: "reset", email: person.email });
    expect(codeOf(await confirmReset(person, { link }))).toBe("complete");
    expect((await check(person, link)).status).toBe(410);
  });
});

describe("G5 a stranger's wrong passwords", () => {
  it("G5 six of them do not refuse the right one from a network of the owner's own", async () => {
    const service = new Service();
    const person = await Person.signUp(service);
    expect((await person.startSignIn(person.password, from("192.0.2.77"))).body.status).toBe("complete");
    expect(await guessPasswords(person, 6)).toEqual([...Array(5).fill("wrong_credentials"), "too_many_attempts"]);
    expect(codeOf(await person.startSignIn(person.password, anywhere()))).toBe("too_many_attempts");
    expect(codeOf(await person.startSignIn(person.password, from("192.0.2.200")))).toBe("complete");
    service.pass(91 * 24 * 3600);
    await guessPasswords(person, 6);
    expect(codeOf(await person.startSignIn(person.password, from("192.0.2.77")))).toBe("too_many_attempts");
  });

  it("G5 from the owner's own network fill its count alone, and the last ten networks count", async () => {
    const person = await Person.signUp(new Service());
    for (let network = 0; network < 11; network++) {
      await person.startSignIn(person.password, from(`10.0.${network}.1`));
    }
    for (let tries = 0; tries < 6; tries++) await person.startSignIn("not the password", from("10.0.10.9"));
    expect(codeOf(await person.startSignIn(person.password, from("10.0.10.1")))).toBe("too_many_attempts");
    expect(codeOf(await person.startSignIn(person.password, from("10.0.9.1")))).toBe("complete");
    await guessPasswords(person, 6);
    expect(codeOf(await person.startSignIn(person.password, from("10.0.0.1")))).toBe("too_many_attempts");
    expect(codeOf(await person.startSignIn(person.password, from("10.0.1.1")))).toBe("complete");
  });

  it("G5 an unlock helps the browser in which it is pressed alone, once, for its own address, for 15 minutes", async () => {
    const service = new Service();
    const [person, other] = [await Person.signUp(service), await Person.signUp(service)];
    const signIn = (who: Person, password: string, unlock?: string) =>
      service.post("/v1/sign-in", { email: who.email, password, unlock }).then(codeOf);
    await guessPasswords(person, 6);
    await guessPasswords(other, 6);
    const unlock = await unlockSignIn(person);
    await guessPasswords(person, 6);
    await guessPasswords(other, 6);
    expect(await signIn(person, person.password), "another browser").toBe("too_many_attempts");
    expect(await signIn(other, other.password, unlock), "another address").toBe("too_many_attempts");
    expect(await signIn(person, "not the password", unlock)).toBe("wrong_credentials");
    expect(await signIn(person, person.password, unlock)).toBe("complete");
    expect(await signIn(person, person.password, unlock), "again").toBe("too_many_attempts");
    const late = await unlockSignIn(person);
    service.pass(15 * 60);
    await guessPasswords(person, 6);
    expect(await signIn(person, person.password, late), "too late").toBe("too_many_attempts");
  });

  it("G5 the link of an unlock works once, of fifty presses at once, and all unlocks share one count", async () => {
    const person = await Person.signUp(new Service());
    const { service, email } = person;
    await service.post("/v1/sign-in/unlock", { email });
    const link = await person.mailedLink("unlock");
    const press = () => service.post("/v1/sign-in/unlock/confirm", { link });
    const pressed = await Promise.all(Array.from({ length: 50 }, press));
    expect(pressed.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(pressed.filter(({ status }) => status === 410)).toHaveLength(49);
    let judged = 0;
    for (let at = 0; at < 3; at++) {
      const unlock = await unlockSignIn(person);
      for (let tries = 0; tries < 3; tries++) {
        const answer = await service.post("/v1/sign-in", { email, password: "not the password", unlock });
        if (answer.body.code === "wrong_credentials") judged++;
      }
    }
    expect(judged).toBeLessThan(8);
  });

  it("P5 asking for an unlock answers the same for an unknown address, and mails it nothing", async () => {
    const person = await Person.signUp(new Service());
    const unknown = `g5-${crypto.randomUUID()}@example.com`;
    const histories = [];
    for (const email of [person.email, unknown]) {
      const answers = [];
      for (let asked = 0; asked < 3; asked++) {
        const { status, body } = await person.service.post("/v1/sign-in/unlock", { email });
        answers.push([status, Object.keys(body), body.retryAfter]);
      }
      histories.push(answers);
    }
    expect(histories[0]).toEqual(histories[1]);
    expect(await person.service.mailsTo(unknown)).toEqual([]);
  });
});
