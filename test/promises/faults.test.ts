import { env } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AccountState, accountState } from "../support/account-state.ts";
import { type Ear, eavesdrop } from "../support/eavesdrop.ts";
import { type Fault, FaultyDatabase } from "../support/faulty-database.ts";
import { type Flow, flows, newPassword, secondStep, withEmail } from "../support/flows.ts";
import { authenticatorOf, signInByPasskey } from "../support/passkey.ts";
import { Person } from "../support/person.ts";
import { recoveryFlows } from "../support/recovery-flows.ts";
import { emptyMailbox, Service, type TestAnswer } from "../support/service.ts";

/** The state less what a second try leaves behind twice. */
function withoutHistory({ sessions: _, events: __, ...state }: AccountState): object {
  return state;
}

async function personFor({ given }: Flow, faulty: FaultyDatabase): Promise<Person> {
  await emptyMailbox();
  const person = await Person.signUp(new Service({}, { DB: faulty.database }));
  await given?.(person);
  return person;
}

/** Signs in from the beginning by what the account asks for. */
async function signsIn(person: Person, { email = person.email, password = person.password }): Promise<boolean> {
  person.service.pass(60);
  const started = await person.service.post("/v1/sign-in", { email, password });
  if (started.body.status !== "second_step") return started.body.status === "complete";
  const { signIn, preferred } = started.body;
  const passkey = authenticatorOf.get(person);
  if (preferred === "passkey" && passkey) {
    return (await signInByPasskey(person, passkey, { signIn })).body.status === "complete";
  }
  const code = preferred === "app" ? person.appCode() : await person.service.newestCode(person.email);
  return (await person.typeCode(signIn, preferred, code)).body.status === "complete";
}

let ear: Ear;
beforeEach(() => {
  ear = eavesdrop();
});
afterEach(async () => {
  const secrets = await ear.stop();
  expect(secrets.length).toBeGreaterThan(4);
  for (const secret of secrets) expect(ear.logged.join("\n")).not.toContain(secret);
});

const everyFlow = { ...flows, ...recoveryFlows };

describe("with the database failing at each round trip in turn", () => {
  it.each(Object.keys(everyFlow))(
    "to %s answers a clean problem, all or nothing of it is done, and no secret is logged (S9)",
    async (name) => {
      const flow = everyFlow[name] as Flow;
      const sound = new FaultyDatabase();
      const twin = await personFor(flow, sound);
      const request = await flow.ready(twin);
      const before = await accountState({ id: twin.accountId });
      sound.failOn(Number.POSITIVE_INFINITY, "refused");
      expect((await request()).status).toBe(flow.status);
      const { trips } = sound;
      const after = await accountState({ id: twin.accountId });

      for (const fault of ["refused", "lost"] as const) {
        for (let trip = 1; trip <= trips; trip++) await failOn(trip, fault);
      }

      async function failOn(trip: number, fault: Fault): Promise<void> {
        const faulty = new FaultyDatabase();
        const person = await personFor(flow, faulty);
        const send = await flow.ready(person);
        faulty.failOn(trip, fault);
        const answer = await send();
        faulty.mend();
        const where = `${name}, ${fault} on trip ${trip}`;
        const state = await accountState({ id: person.accountId });
        if (answer.status !== flow.status) {
          expect([answer.status, answer.body.code], where).toEqual([500, "internal"]);
          expect(answer.body.requestId, where).toBe(answer.headers.get("Request-Id"));
          expect([before, after], where).toContainEqual(state);
        } else expect(state, where).toEqual(after);

        if (JSON.stringify(state) !== JSON.stringify(after)) {
          const again = await flow.ready(person);
          expect((await again()).status, `${where}, once more`).toBe(flow.status);
          expect(withoutHistory(await accountState({ id: person.accountId })), where).toEqual(withoutHistory(after));
        }
        const by = await (flow.signsInBy ?? (async () => ({})))(person);
        expect(await signsIn(person, by ?? {}), `${where}, then sign in`).toBe(by !== null);
      }
    },
    // Each does its flow anew for every round trip, in both ways.
    120_000,
  );
});

describe("with the database failing while an account is made", () => {
  const password = "a quiet harbour at dawn";
  const begin = async () => {
    await emptyMailbox();
    const faulty = new FaultyDatabase();
    return {
      faulty,
      service: new Service({}, { DB: faulty.database }),
      email: `fault-${crypto.randomUUID()}@example.com`,
    };
  };
  const everyTrip = async (attempt: (trip: number, fault: Fault) => Promise<number>) => {
    for (const fault of ["refused", "lost"] as const) {
      for (let trip = 1, trips = 1; trip <= trips; trip++) trips = Math.max(trips, await attempt(trip, fault));
    }
  };

  it("asking for it answers a clean problem, and works once more", async () => {
    await everyTrip(async (trip, fault) => {
      const { faulty, service, email } = await begin();
      faulty.failOn(trip, fault);
      const { status, body } = await service.post("/v1/accounts", { email, password });
      const { trips } = faulty;
      faulty.mend();
      expect([202, 500]).toContain(status);
      if (status === 500) expect(body.code).toBe("internal");
      expect((await accountState({ email })).exists).toBe(0);
      service.pass(60);
      const { id } = (await service.post("/v1/accounts", { email, password })).body.verification;
      const code = await service.newestCode(email);
      expect((await service.post("/v1/accounts/verify", { id, code })).status).toBe(201);
      return trips + 1;
    });
  });

  it("proving its address makes all of it or nothing, and a new code makes the rest good", async () => {
    await everyTrip(async (trip, fault) => {
      const { faulty, service, email } = await begin();
      const { id } = (await service.post("/v1/accounts", { email, password })).body.verification;
      const code = await service.newestCode(email);
      faulty.failOn(trip, fault);
      const { status } = await service.post("/v1/accounts/verify", { id, code });
      const { trips } = faulty;
      faulty.mend();
      const { exists, sessions } = await accountState({ email });
      expect([
        [500, 0, 0],
        [500, 1, 1],
        [201, 1, 1],
      ]).toContainEqual([status, exists, sessions]);
      if (!exists) {
        service.pass(60);
        expect((await service.post("/v1/accounts/verification", { id })).status).toBe(202);
        const again = await service.newestCode(email);
        expect((await service.post("/v1/accounts/verify", { id, code: again })).status).toBe(201);
      }
      expect((await service.post("/v1/sign-in", { email, password })).body.status).toBe("complete");
      return trips + 1;
    });
  });
});

describe("with mail and KV failing", () => {
  /** The real KV, which fails while `isDown`. */
  class FailingStore {
    isDown = false;
    readonly namespace = new Proxy(env.MAILBOX, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as (...words: unknown[]) => Promise<unknown>;
        return (...words: unknown[]) =>
          this.isDown ? Promise.reject(new Error("KV is gone")) : Reflect.apply(member, target, words);
      },
    });
  }

  async function personWith(given?: Flow["given"]): Promise<{ store: FailingStore; person: Person }> {
    await emptyMailbox();
    const store = new FailingStore();
    const person = await Person.signUp(new Service({}, { MAILBOX: store.namespace, CACHE: store.namespace }));
    await given?.(person);
    person.service.pass(60);
    return { store, person };
  }

  it.each<[string, Flow["given"], (person: Person) => Promise<() => Promise<TestAnswer>>, number]>([
    [
      "a new account",
      undefined,
      async ({ service }) =>
        () =>
          service.post("/v1/accounts", {
            email: `new-${crypto.randomUUID()}@example.com`,
            password: "a quiet harbour at dawn",
          }),
      202,
    ],
    [
      "a set-up by e-mail",
      undefined,
      async (person) => () => person.service.post("/v1/account/two-factor/email", {}, person),
      202,
    ],
    ["a sign-in by e-mail", withEmail, async (person) => () => person.startSignIn(), 200],
    [
      "a code sent again",
      withEmail,
      async (person) => {
        const { signIn } = (await person.startSignIn()).body;
        person.service.pass(60);
        return () => person.service.post("/v1/sign-in/email-code", { signIn });
      },
      202,
    ],
    [
      "a step-up by e-mail",
      withEmail,
      async (person) => () => person.service.post("/v1/step-up/email-code", {}, person),
      202,
    ],
  ])("%s answers mail_not_sent, changes nothing, and works at once when mail does", async (_, given, ready, status) => {
    const { store, person } = await personWith(given);
    const send = await ready(person);
    const before = await accountState({ id: person.accountId });
    store.isDown = true;
    const failed = await send();
    store.isDown = false;
    expect([failed.status, failed.body.code]).toEqual([502, "mail_not_sent"]);
    expect(await accountState({ id: person.accountId })).toEqual(before);
    expect((await send()).status).toBe(status);
  });

  it("a sign-in goes on by the app where e-mail is preferred and fails", async () => {
    const { store, person } = await personWith(async (somebody) => {
      await somebody.turnOnEmail();
      await somebody.turnOnApp();
      const { methods } = (await somebody.account()).body.twoFactor;
      const preferred = methods.find(({ type }: { type: string }) => type === "email").id;
      await somebody.service.patch("/v1/account/two-factor", { preferred }, somebody);
    });
    store.isDown = true;
    const { signIn, preferred } = (await person.startSignIn()).body;
    expect(preferred).toBe("app");
    expect((await person.typeCode(signIn, "app", person.appCode())).body.status).toBe("complete");
  });

  it("what is told of is done all the same, and told later", async () => {
    const { store, person } = await personWith(async (somebody) => {
      somebody.recoveryCodes = (await somebody.turnOnApp()).body.recoveryCodes;
    });
    const signIn = await secondStep(person);
    store.isDown = true;
    expect((await person.typeCode(signIn, "recovery", person.recoveryCodes[0] ?? "")).body.status).toBe("complete");
    await person.service.runSchedule();
    store.isDown = false;
    const told = async () =>
      (await person.service.mailsTo(person.email)).filter(({ subject }) => /recovery code/.test(subject));
    expect(await told()).toHaveLength(0);
    person.service.pass(60 * 60);
    await person.service.runSchedule();
    expect(await told()).toHaveLength(1);
  });

  it("a new password is judged without the cache", async () => {
    const { store, person } = await personWith();
    store.isDown = true;
    const change = { currentPassword: person.password, newPassword };
    expect((await person.service.put("/v1/account/password", change, person)).status).toBe(204);
  });
});
