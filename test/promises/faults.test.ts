import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type AccountState, accountState } from "../support/account-state.ts";
import { type Fault, FaultyDatabase } from "../support/faulty-database.ts";
import { Person } from "../support/person.ts";
import { emptyMailbox, Service, type TestAnswer } from "../support/service.ts";

const newPassword = "seven lanterns on a pier";

/** Something a person does in one request. */
interface Flow {
  /** What was done before, by somebody who has just made an account. */
  given?: (person: Person) => Promise<void>;
  /** The request; whatever it needs beforehand (a code, a sign-in) it gets while nothing fails. */
  ready: (person: Person) => Promise<() => Promise<TestAnswer>>;
  status: number;
  password?: string;
}

const withApp = async (person: Person) => void (await person.turnOnApp());
const withAppElevated = async (person: Person) => {
  await person.turnOnApp();
  await person.stepUp();
};
const withEmail = async (person: Person) => void (await person.turnOnEmail());
const firstMethod = async (person: Person) => (await person.account()).body.twoFactor.methods[0].id;

/** The start of a sign-in that has got as far as its second step. */
async function secondStep(person: Person): Promise<string> {
  person.service.pass(60);
  return (await person.startSignIn()).body.signIn;
}

const flows: Record<string, Flow> = {
  "change the password": {
    ready: async (person) => () =>
      person.service.put("/v1/account/password", { currentPassword: person.password, newPassword }, person),
    status: 204,
    password: newPassword,
  },
  "sign in by password alone": { ready: async (person) => () => person.startSignIn(), status: 200 },
  "begin a sign-in that asks for an app": {
    given: withApp,
    ready: async (person) => () => person.startSignIn(),
    status: 200,
  },
  "begin a sign-in that mails a code": {
    given: withEmail,
    ready: async (person) => {
      person.service.pass(60);
      return () => person.startSignIn();
    },
    status: 200,
  },
  "prove the second step by an app": {
    given: withApp,
    ready: async (person) => {
      const signIn = await secondStep(person);
      return () => person.typeCode(signIn, "app", person.appCode());
    },
    status: 200,
  },
  "prove the second step by e-mail": {
    given: withEmail,
    ready: async (person) => {
      const signIn = await secondStep(person);
      const code = await person.service.newestCode(person.email);
      return () => person.typeCode(signIn, "email", code);
    },
    status: 200,
  },
  "prove the second step by a recovery code": {
    given: async (person) => {
      person.recoveryCodes = (await person.turnOnApp()).body.recoveryCodes;
    },
    ready: async (person) => {
      const signIn = await secondStep(person);
      return () => person.typeCode(signIn, "recovery", person.recoveryCodes[0] ?? "");
    },
    status: 200,
  },
  "start to set an app up": {
    ready: async (person) => () => person.service.post("/v1/account/two-factor/app", {}, person),
    status: 201,
  },
  "confirm an app": {
    ready: async (person) => {
      const { body } = await person.service.post("/v1/account/two-factor/app", {}, person);
      person.uri = body.uri;
      const path = `/v1/account/two-factor/app/${body.id}/confirm`;
      return () => person.service.post(path, { code: person.appCode() }, person);
    },
    status: 200,
  },
  "start to set e-mail up": {
    ready: async (person) => {
      person.service.pass(60);
      return () => person.service.post("/v1/account/two-factor/email", {}, person);
    },
    status: 202,
  },
  "confirm e-mail": {
    ready: async (person) => {
      person.service.pass(60);
      const { id } = (await person.service.post("/v1/account/two-factor/email", {}, person)).body;
      const code = await person.service.newestCode(person.email);
      return () => person.service.post(`/v1/account/two-factor/email/${id}/confirm`, { code }, person);
    },
    status: 200,
  },
  "step up by password": {
    ready: async (person) => () => person.service.post("/v1/step-up", { password: person.password }, person),
    status: 200,
  },
  "step up by an app": {
    given: withApp,
    ready: async (person) => {
      person.service.pass(60);
      return () => person.service.post("/v1/step-up", { method: "app", code: person.appCode() }, person);
    },
    status: 200,
  },
  "remove the last method": {
    given: withAppElevated,
    ready: async (person) => {
      const id = await firstMethod(person);
      return () => person.service.delete(`/v1/account/two-factor/${id}`, person);
    },
    status: 204,
  },
  "turn two-factor off": {
    given: withAppElevated,
    ready: async (person) => () => person.service.delete("/v1/account/two-factor", person),
    status: 204,
  },
  "renew the recovery codes": {
    given: withAppElevated,
    ready: async (person) => () => person.service.post("/v1/account/recovery-codes", {}, person),
    status: 201,
  },
  "choose the preferred method": {
    given: withApp,
    ready: async (person) => {
      const preferred = await firstMethod(person);
      return () => person.service.patch("/v1/account/two-factor", { preferred }, person);
    },
    status: 200,
  },
  "reset the password": {
    ready: async (person) => {
      person.service.pass(60);
      const { id } = (await person.service.post("/v1/password-reset", { email: person.email })).body.reset;
      const code = await person.service.newestCode(person.email);
      return () => person.service.post("/v1/password-reset/confirm", { id, code, newPassword });
    },
    status: 200,
    password: newPassword,
  },
  "reset the password with an app on": {
    given: withApp,
    ready: async (person) => {
      person.service.pass(60);
      const { id } = (await person.service.post("/v1/password-reset", { email: person.email })).body.reset;
      const code = await person.service.newestCode(person.email);
      return () => person.service.post("/v1/password-reset/confirm", { id, code, newPassword });
    },
    status: 200,
    password: newPassword,
  },
  "ask for a reset": {
    ready: async (person) => {
      person.service.pass(60);
      return () => person.service.post("/v1/password-reset", { email: person.email });
    },
    status: 202,
  },
  "sign out": {
    ready: async (person) => {
      const { session } = (await person.startSignIn()).body;
      return () => person.service.delete("/v1/session", session);
    },
    status: 204,
  },
};

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
async function signsIn(person: Person, password: string): Promise<boolean> {
  person.service.pass(60);
  const started = await person.startSignIn(password);
  if (started.body.status !== "second_step") return started.body.status === "complete";
  const { signIn, preferred } = started.body;
  const code = preferred === "app" ? person.appCode() : await person.service.newestCode(person.email);
  return (await person.typeCode(signIn, preferred, code)).body.status === "complete";
}

beforeEach(() => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  return () => logged.mockRestore();
});

describe("with the database failing at each round trip in turn", () => {
  it.each(Object.keys(flows))("to %s answers a clean problem, and all or nothing of it is done", async (name) => {
    const flow = flows[name] as Flow;
    const twin = await personFor(flow, new FaultyDatabase());
    const request = await flow.ready(twin);
    const before = await accountState(twin.email);
    expect((await request()).status).toBe(flow.status);
    const after = await accountState(twin.email);

    for (const fault of ["refused", "lost"] as const) {
      let trips = 0;
      while (await struckOn(++trips, fault)) expect(trips).toBeLessThan(20);
    }

    async function struckOn(trip: number, fault: Fault): Promise<boolean> {
      const faulty = new FaultyDatabase();
      const person = await personFor(flow, faulty);
      const send = await flow.ready(person);
      faulty.failOn(trip, fault);
      const answer = await send();
      faulty.mend();
      const where = `${name}, ${fault} on trip ${trip}`;
      const state = await accountState(person.email);
      if (answer.status !== flow.status) {
        expect([answer.status, answer.body.code], where).toEqual([500, "internal"]);
        expect(answer.body.requestId, where).toBe(answer.headers.get("Request-Id"));
        expect([before, after], where).toContainEqual(state);
      } else expect(state, where).toEqual(after);

      if (JSON.stringify(state) !== JSON.stringify(after)) {
        const again = await flow.ready(person);
        expect((await again()).status, `${where}, once more`).toBe(flow.status);
        expect(withoutHistory(await accountState(person.email)), where).toEqual(withoutHistory(after));
      }
      expect(await signsIn(person, flow.password ?? person.password), `${where}, then sign in`).toBe(true);
      return faulty.struck;
    }
  });
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
  const everyTrip = async (attempt: (trip: number, fault: Fault) => Promise<boolean>) => {
    for (const fault of ["refused", "lost"] as const) {
      let trips = 0;
      while (await attempt(++trips, fault)) expect(trips).toBeLessThan(20);
    }
  };

  it("asking for it answers a clean problem, and works once more", async () => {
    await everyTrip(async (trip, fault) => {
      const { faulty, service, email } = await begin();
      faulty.failOn(trip, fault);
      const { status, body } = await service.post("/v1/accounts", { email, password });
      faulty.mend();
      expect([202, 500]).toContain(status);
      if (status === 500) expect(body.code).toBe("internal");
      expect((await accountState(email)).exists).toBe(0);
      service.pass(60);
      const { id } = (await service.post("/v1/accounts", { email, password })).body.verification;
      const code = await service.newestCode(email);
      expect((await service.post("/v1/accounts/verify", { id, code })).status).toBe(201);
      return faulty.struck;
    });
  });

  it("proving its address makes all of it or nothing, and a new code makes the rest good", async () => {
    await everyTrip(async (trip, fault) => {
      const { faulty, service, email } = await begin();
      const { id } = (await service.post("/v1/accounts", { email, password })).body.verification;
      const code = await service.newestCode(email);
      faulty.failOn(trip, fault);
      const { status } = await service.post("/v1/accounts/verify", { id, code });
      faulty.mend();
      const { exists, sessions } = await accountState(email);
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
      return faulty.struck;
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
    const before = await accountState(person.email);
    store.isDown = true;
    const failed = await send();
    store.isDown = false;
    expect([failed.status, failed.body.code]).toEqual([502, "mail_not_sent"]);
    expect(await accountState(person.email)).toEqual(before);
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
