import { env } from "cloudflare:test";
import bcrypt from "bcryptjs";
import { describe, expect, it } from "vitest";
import { parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { totpCode } from "../../shared/otp/totp.ts";
import { freshEmail, Import, importPerson, lines } from "../support/importing.ts";
import { Service } from "../support/service.ts";

const password = "a quiet harbour at dawn";
const bcryptHash = bcrypt.hashSync(password, 4);
const ours = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
const storedHash = (id: string) =>
  env.DB.prepare("SELECT hash FROM passwords WHERE account_id = ?").bind(id).first<string>("hash");
const signIn = (service: Service, email: string, text = password) =>
  service.post("/v1/sign-in", { email, password: text });

describe("S2 an address that nobody has proved", () => {
  const bringUnproved = async (service: Service) => {
    const email = freshEmail();
    const id = await importPerson(service, { email, passwordHash: bcryptHash });
    return { email, id };
  };

  it("S2 is proved by a mailed code before there is a session, once", async () => {
    const service = new Service();
    const { email, id } = await bringUnproved(service);
    const { body } = await signIn(service, email);
    expect(body).toMatchObject({ status: "second_step", preferred: "email" });
    expect(body.methods.map(({ type }: { type: string }) => type)).toEqual(["email"]);
    expect(await storedHash(id)).toMatch(ours);
    const wrong = { signIn: body.signIn, method: "recovery", code: "abcd-efgh-jkmn-pqrs" };
    expect((await service.post("/v1/sign-in/code", wrong)).body.code).toBe("wrong_code");
    const code = await service.newestCode(email);
    const right = { signIn: body.signIn, method: "email", code };
    const answers = await Promise.all([1, 2, 3].map(() => service.post("/v1/sign-in/code", right)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await signIn(service, email)).body.status).toBe("complete");
  });

  it("S2 is sent another code when it is asked for", async () => {
    const service = new Service();
    const { email } = await bringUnproved(service);
    const { body } = await signIn(service, email);
    service.pass(31);
    expect((await service.post("/v1/sign-in/email-code", { signIn: body.signIn })).status).toBe(202);
  });

  it("S2 is proved by a reset of the password too, which ends what a stranger had set", async () => {
    const service = new Service();
    const { email } = await bringUnproved(service);
    const { reset } = (await service.post("/v1/password-reset", { email })).body;
    const wish = { id: reset.id, code: await service.newestCode(email), newPassword: "seven lanterns on a pier" };
    expect((await service.post("/v1/password-reset/confirm", wish)).body.status).toBe("complete");
    expect((await signIn(service, email)).status).toBe(401);
    expect((await signIn(service, email, wish.newPassword)).body.status).toBe("complete");
  });

  it("S2 counts as proved where the import says so for rows that say nothing", async () => {
    const service = new Service();
    const started = await Import.start(service, { emailsVerified: true });
    const [silent, no] = [freshEmail(), freshEmail()];
    await started.send(
      lines({ email: silent, passwordHash: bcryptHash }, { email: no, emailVerified: false, passwordHash: bcryptHash }),
    );
    expect((await signIn(service, silent)).body.status).toBe("complete");
    expect((await signIn(service, no)).body.status).toBe("second_step");
  });
});

describe("C1 C5 authenticator apps that were set up elsewhere", () => {
  const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  const appCode = (uri: string, at: number) => {
    const key = parseOtpauthUri(uri);
    if (!key.ok || key.value.type !== "totp") throw new Error("no key of codes by time");
    return totpCode(key.value, at);
  };
  const uri = (query: string) => `otpauth://totp/Example:ana?secret=${secret}${query}`;

  it.each([
    ["as every app knows them", ""],
    ["by SHA-256", "&algorithm=SHA256"],
    ["by SHA-512, each minute", "&algorithm=SHA512&period=60"],
  ])("C1 are the second step at once, each code once: %s", async (_, query) => {
    const service = new Service();
    const email = freshEmail();
    const row = { email, emailVerified: true, passwordHash: bcryptHash, totp: [uri(query)], locale: "es" };
    const id = await importPerson(service, row);
    const begun = [];
    for (let at = 0; at < 4; at++) begun.push((await signIn(service, email)).body);
    for (const { status, preferred } of begun) expect([status, preferred]).toEqual(["second_step", "app"]);
    expect(await storedHash(id)).toMatch(ours);
    const code = appCode(uri(query), service.now);
    const answers = await Promise.all(
      begun.map(({ signIn }) => service.post("/v1/sign-in/code", { signIn, method: "app", code })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { account } = answers.find(({ status }) => status === 200)?.body ?? {};
    expect(account.twoFactor).toMatchObject({ enabled: true, recoveryCodesLeft: 0 });
    expect(account.twoFactor.methods).toMatchObject([{ type: "app", name: expect.stringMatching(/^Aplicación/) }]);
  });

  it("C1 another form of the same secret has other codes", async () => {
    const service = new Service();
    const email = freshEmail();
    const row = { email, emailVerified: true, passwordHash: bcryptHash, totp: [uri("&algorithm=SHA256")] };
    await importPerson(service, row);
    const { body } = await signIn(service, email);
    const wrong = { signIn: body.signIn, method: "app", code: appCode(uri(""), service.now) };
    expect((await service.post("/v1/sign-in/code", wrong)).body.code).toBe("wrong_code");
  });

  it("C5 their secrets are sealed as all others, with account and method", async () => {
    const row = { email: freshEmail(), emailVerified: true, passwordHash: bcryptHash, totp: [secret, uri("")] };
    const id = await importPerson(new Service(), row);
    const { results } = await env.DB.prepare("SELECT * FROM app_codes WHERE account_id = ?").bind(id).all();
    const sealed = results.map(({ sealed_secret }: { sealed_secret: string }) => sealed_secret);
    expect(sealed).toHaveLength(2);
    expect(new Set(sealed).size).toBe(2);
    for (const envelope of sealed) expect(envelope).toMatch(/^local\.[\w-]{16}\.[\w-]{48}$/);
    expect(JSON.stringify(results)).not.toContain(secret);
  });
});
