import { describe, expect, it } from "vitest";
import { wrongCode } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const password = "a quiet harbour at dawn";

async function startedAccount(service: Service, email = `new-${crypto.randomUUID()}@example.com`) {
  const { body } = await service.post("/v1/accounts", { email, password });
  return { email, id: body.verification.id as string, code: await service.newestCode(email) };
}

describe("POST /v1/accounts/verify", () => {
  it("makes the account and signs its owner in", async () => {
    const service = new Service();
    const { email, id, code } = await startedAccount(service);
    const { status, body } = await service.post("/v1/accounts/verify", { id, code });
    expect(status).toBe(201);
    expect(body).toEqual({
      status: "complete",
      account: {
        id: expect.any(String),
        email,
        locale: "en",
        createdAt: new Date(service.now).toISOString(),
        passwordChangedAt: new Date(service.now).toISOString(),
        twoFactor: { enabled: false, preferred: null, methods: [], recoveryCodesLeft: 0, passkeysOnly: false },
        waiting: [],
      },
      session: { id: expect.any(String), expiresAt: expect.any(String), token: expect.any(String) },
    });
    expect((await service.get("/v1/session", { token: body.session.token })).status).toBe(200);
  });

  it("takes a code with the space that people type", async () => {
    const service = new Service();
    const { id, code } = await startedAccount(service);
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect((await service.post("/v1/accounts/verify", { id, code: spaced })).status).toBe(201);
  });

  it("counts wrong codes down, and after the fifth not even the right one is good", async () => {
    const service = new Service();
    const { id, code } = await startedAccount(service);
    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      const { status, body } = await service.post("/v1/accounts/verify", { id, code: wrongCode(code) });
      expect([status, body.code, body.attemptsLeft]).toEqual([401, "wrong_code", attemptsLeft]);
    }
    const { body } = await service.post("/v1/accounts/verify", { id, code });
    expect(body.code).toBe("code_expired");
  });

  it("takes no code after ten minutes", async () => {
    const service = new Service();
    const { id, code } = await startedAccount(service);
    service.pass(10 * 60);
    expect((await service.post("/v1/accounts/verify", { id, code })).body.code).toBe("code_expired");
  });

  it("makes one account of ten requests at once", async () => {
    const service = new Service();
    const { id, code } = await startedAccount(service);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => service.post("/v1/accounts/verify", { id, code })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(9);
  });

  it("gives an address that two people asked for to the one who proves it first", async () => {
    const service = new Service();
    const first = await startedAccount(service);
    service.pass(30);
    const second = await startedAccount(service, first.email);
    expect((await service.post("/v1/accounts/verify", second)).status).toBe(201);
    expect((await service.post("/v1/accounts/verify", first)).status).toBe(401);
    const { body } = await service.post("/v1/sign-in", { email: first.email, password });
    expect(body.status).toBe("complete");
  });

  it("does not take the code of another sign-up", async () => {
    const service = new Service();
    const mine = await startedAccount(service);
    const other = await startedAccount(service);
    if (mine.code === other.code) return;
    const { body } = await service.post("/v1/accounts/verify", { id: mine.id, code: other.code });
    expect(body.code).toBe("wrong_code");
  });

  it.each([{ id: "x" }, { code: "123456" }, { id: "x", code: "12345" }, { id: "x", code: 123456 }])(
    "refuses %j as no valid request",
    async (wish) => {
      const { status, body } = await new Service().post("/v1/accounts/verify", wish);
      expect([status, body.code]).toEqual([400, "invalid_request"]);
    },
  );
});
