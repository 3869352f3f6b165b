import { describe, expect, inject, it } from "vitest";
import { Person } from "../support/person.ts";
import { nextMailGets } from "../support/resend.ts";
import { Service, type TestAnswer } from "../support/service.ts";

const from = (ip: string) => ({ "CF-Connecting-IP": ip });
const newAddress = () => `g4-${crypto.randomUUID()}@example.com`;

interface Way {
  service: Service;
  email: string;
  /** Asks for a mail. */
  ask: () => Promise<TestAnswer>;
}

/** Every way to have a code mailed, each before its first mail. */
const ways: Record<string, () => Promise<Way>> = {
  "a sign-up": async () => {
    const [service, email] = [new Service(), newAddress()];
    return { service, email, ask: () => service.post("/v1/accounts", { email, password: "a quiet harbour at dawn" }) };
  },
  "a sign-up with a taken address": async () => {
    const service = new Service();
    const { email } = await Person.signUp(service);
    service.pass(3600);
    return { service, email, ask: () => service.post("/v1/accounts", { email, password: "a quiet harbour at dawn" }) };
  },
  "turning e-mail on": async () => {
    const person = await Person.signUp(new Service());
    const ask = async () => {
      await person.service.post("/v1/step-up", { password: person.password }, person).then(({ body }) => {
        person.token = body.session.token;
      });
      return person.service.post("/v1/account/two-factor/email", {}, person);
    };
    return { service: person.service, email: person.email, ask };
  },
  "a sign-in, started anew each time": async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    await person.turnOnApp();
    const ask = async () => {
      const { signIn } = (await person.startSignIn()).body;
      return person.service.post("/v1/sign-in/email-code", { signIn });
    };
    return { service: person.service, email: person.email, ask };
  },
  "a step-up": async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    return { ...person, service: person.service, email: person.email, ask: () => askStepUp(person) };
  },
  "an unlock": async () => {
    const person = await Person.signUp(new Service());
    const { service, email } = person;
    return { service, email, ask: () => service.post("/v1/sign-in/unlock", { email }) };
  },
  "a password reset": async () => {
    const person = await Person.signUp(new Service());
    const { service, email } = person;
    return { service, email, ask: () => service.post("/v1/password-reset", { email }) };
  },
};

function askStepUp(person: Person): Promise<TestAnswer> {
  return person.service.post("/v1/step-up/email-code", {}, person);
}

describe("G4 a person cannot be flooded with mail", () => {
  it.each(Object.entries(ways))("G4 by %s: a code each 30 s and five an hour, then it says when", async (_, start) => {
    const { service, email, ask } = await start();
    const mails = async () => (await service.mailsTo(email)).length;
    const before = await mails();
    const firstAt = service.now;
    expect((await ask()).status).toBeLessThan(300);
    const tooSoon = await ask();
    expect([tooSoon.status, tooSoon.body.code]).toEqual([429, "too_many_attempts"]);
    expect(tooSoon.body.retryAfter).toBeGreaterThan(28);
    expect(tooSoon.body.retryAfter).toBeLessThanOrEqual(30);
    for (let sent = 1; sent < 5; sent++) {
      service.pass(30);
      expect((await ask()).status).toBeLessThan(300);
    }
    service.pass(600);
    const tooMany = await ask();
    expect(tooMany.status).toBe(429);
    expect(Math.abs(tooMany.body.retryAfter - (firstAt + 3_600_000 - service.now) / 1000)).toBeLessThan(2);
    expect(tooMany.headers.get("Retry-After")).toBe(`${tooMany.body.retryAfter}`);
    expect(await mails()).toBe(before + 5);
    service.pass(tooMany.body.retryAfter);
    expect((await ask()).status).toBeLessThan(300);
  });

  it.each(Object.entries(ways).filter(([name]) => name !== "turning e-mail on"))(
    "G4 by %s: one mail of ten requests at once",
    async (_, start) => {
      const { service, email, ask } = await start();
      const before = (await service.mailsTo(email)).length;
      // Five, for more passwords than that are not judged at once.
      const answers = await Promise.all(Array.from({ length: 5 }, ask));
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
      expect(await service.mailsTo(email)).toHaveLength(before + 1);
    },
  );

  it("G4 by a sign-in with e-mail preferred: it goes on without a mail, says when one can be sent, and takes a recovery code", async () => {
    const person = await Person.signUp(new Service());
    const { recoveryCodes } = (await person.turnOnEmail()).body;
    const mails = async () => (await person.service.mailsTo(person.email)).length;
    expect((await person.startSignIn()).body.resendAfter).toBeUndefined();
    const before = await mails();
    const { status, body } = await person.startSignIn();
    expect([status, body.status, body.preferred]).toEqual([200, "second_step", "email"]);
    expect(Date.parse(body.resendAfter) - person.service.now).toBeGreaterThan(28_000);
    expect(await mails()).toBe(before);
    const resend = () => person.service.post("/v1/sign-in/email-code", { signIn: body.signIn });
    expect((await resend()).status).toBe(429);
    expect((await person.typeCode(body.signIn, "recovery", recoveryCodes[0])).body.status).toBe("complete");

    person.service.pass(30);
    expect((await person.startSignIn()).body.resendAfter).toBeUndefined();
    expect(await mails()).toBe(before + 2);
  });

  it("G4 by sixty-one sign-ups of as many people from one network, in whatever spelling of it", async () => {
    const service = new Service();
    const ask = (ip: string) => {
      const body = { email: newAddress(), password: "a quiet harbour at dawn" };
      return service.post("/v1/accounts", body, { headers: from(ip) });
    };
    for (let sent = 0; sent < 60; sent++) expect((await ask(`2001:db8:9:9::${sent.toString(16)}`)).status).toBe(202);
    const refused = await ask("2001:DB8:9:9:1::");
    expect(refused.status).toBe(429);
    expect(refused.body.retryAfter).toBeGreaterThan(3500);
    expect((await ask("2001:db8:9:a::1")).status).toBe(202);
    service.pass(3600);
    expect((await ask("2001:db8:9:9::1")).status).toBe(202);
  });

  it("G4 and what a stranger can cause takes nothing from what the owner needs", async () => {
    const person = await Person.signUp(new Service());
    await person.turnOnEmail();
    for (let sent = 0; sent < 5; sent++) {
      person.service.pass(30);
      await person.service.post("/v1/password-reset", { email: person.email });
      await person.service.post("/v1/accounts", { email: person.email, password: person.password });
    }
    const started = await person.startSignIn();
    expect(started.body).toMatchObject({ status: "second_step", preferred: "email" });
    expect((await askStepUp(person)).status).toBe(202);
  });

  it("G4 a mail that was not sent takes no place", async () => {
    const service = new Service({ MAIL: "resend", RESEND_API_KEY: "re_x", RESEND_BASE_URL: inject("resendAddress") });
    const wish = { email: newAddress(), password: "a quiet harbour at dawn" };
    for (let tries = 0; tries < 7; tries++) {
      await nextMailGets({ status: 500, to: wish.email });
      expect((await service.post("/v1/accounts", wish)).body.code).toBe("mail_not_sent");
    }
  });
});
