import { env } from "cloudflare:test";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { chunkRows } from "../../shared/contract/user-import.ts";
import { parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { totpCode } from "../../shared/otp/totp.ts";
import { freshEmail, Import, importPerson, lines } from "../support/importing.ts";
import { askReset, confirmReset, newPassword } from "../support/password-reset.ts";
import { Person } from "../support/person.ts";
import { Service } from "../support/service.ts";

const salt = "c2FsdHNhbHRzYWx0c2FsdA";
const hash = "MVIoTR9/aGUQ0DcN6aGM4GHeXb3bgHE4e1+LXq9yAFI";

/** What earlier limits let in, and what another hand may have put there. */
const unverifiable = [
  `$scrypt$ln=16,r=8,p=3$${salt}$${hash}`,
  `$scrypt$ln=16,r=1,p=1$${salt}$${hash}`,
  `$argon2id$v=19$m=4194304,t=1,p=1$${salt}$${hash}`,
  `$argon2id$v=19$m=64,t=1,p=1$${salt}`,
  `$pbkdf2-sha256$i=9999999$${salt}$${hash}`,
  "$2b$31$my5796eN82pm8lfPMi2yUOO2rNsxgLWWXjlH4B7.9KUk1pTvyr60e",
  "$2b$04$short",
  "not a hash",
];

async function personWith(stored: string): Promise<Person> {
  const person = await Person.signUp(new Service());
  await env.DB.prepare("UPDATE passwords SET hash = ? WHERE account_id = ?").bind(stored, person.accountId).run();
  return person;
}

/** The lines of the log from now on, which go nowhere else. */
function watchLog(): () => string[] {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  return () => logged.mock.calls.map((words) => words.join(" "));
}

describe.each(unverifiable)("M2 a stored hash that cannot be verified: %s", (stored) => {
  const line = /^a stored password hash cannot be verified \([\w-]+\): [\w ]+$/;

  it("M2 is a wrong password at sign-in, step-up and change, with one line of the log each", async () => {
    const person = await personWith(stored);
    const log = watchLog();
    const signIn = await person.startSignIn();
    const stepUp = await person.service.post("/v1/step-up", { password: person.password }, person);
    const change = { currentPassword: person.password, newPassword, signOutOthers: false };
    const changed = await person.service.put("/v1/account/password", change, person);
    for (const { status, body } of [signIn, stepUp, changed]) {
      expect([status, body.code]).toEqual([401, "wrong_credentials"]);
    }
    expect(log()).toEqual([expect.stringMatching(line), expect.stringMatching(line), expect.stringMatching(line)]);
    for (const secret of [salt, hash, person.password]) expect(log().join()).not.toContain(secret);
  });

  it("M2 is a wrong password for the unknown addresses whose decoy it became", async () => {
    await env.DB.prepare("DELETE FROM accounts").run();
    const person = await personWith(stored);
    watchLog();
    const email = freshEmail();
    const answer = await person.service.post("/v1/sign-in", { email, password: person.password });
    expect([answer.status, answer.body.code]).toEqual([401, "wrong_credentials"]);
  });

  it("M2 is replaced by a reset, and the new password signs in", async () => {
    const person = await personWith(stored);
    watchLog();
    expect((await confirmReset(person, await askReset(person))).body.status).toBe("complete");
    expect((await person.startSignIn(newPassword)).body.status).toBe("complete");
  });
});

describe("M2 an import at its edges", () => {
  it("M2 refuses what cannot be verified, with its reason, and takes the rest", async () => {
    const rows = unverifiable.map((passwordHash) => ({ email: freshEmail(), emailVerified: true, passwordHash }));
    const good = { email: freshEmail(), emailVerified: true, passwordHash: `$scrypt$ln=4,r=1,p=1$${salt}$${hash}` };
    const started = await Import.start(new Service());
    expect((await started.send(lines(...rows, good))).body).toMatchObject({ added: 1, refused: rows.length });
    const costly = { reason: "hash_too_costly" };
    const malformed = { reason: "hash_malformed" };
    expect(await started.refused()).toMatchObject([
      costly,
      malformed,
      costly,
      malformed,
      costly,
      costly,
      malformed,
      { reason: "hash_unknown" },
    ]);
  });

  it("M2 takes as many rows as a chunk has, each with as many apps as large as they may be", async () => {
    const totp = ["SHA1", "SHA256", "SHA512"].map(
      (algorithm) => `otpauth://totp/x?secret=${"A".repeat(204)}&algorithm=${algorithm}`,
    );
    const rows = Array.from({ length: chunkRows }, () => ({
      email: `${crypto.randomUUID()}@${"very-long-".repeat(6)}zoo.example.com`,
      emailVerified: true,
      locale: "es",
      passwordHash: `$scrypt$ln=4,r=1,p=1$${salt}$${hash}`,
      totp,
    }));
    const { status, body } = await (await Import.start(new Service())).send(lines(...rows));
    expect([status, body.added, body.refused]).toEqual([200, chunkRows, 0]);
  });

  it.each(
    ["SHA1", "SHA256", "SHA512"].flatMap((algorithm) =>
      [30, 60].flatMap((period) => [16, 204].map((letters) => ({ algorithm, period, letters }))),
    ),
  )("M2 an app of $algorithm, $period s and $letters letters signs in", async ({ algorithm, period, letters }) => {
    const service = new Service();
    const email = freshEmail();
    const secret = "JBSWY3DPEHPK3PXP".repeat(13).slice(0, letters);
    const uri = `otpauth://totp/x?secret=${secret}&algorithm=${algorithm}&period=${period}`;
    const passwordHash = "$2b$04$my5796eN82pm8lfPMi2yUOO2rNsxgLWWXjlH4B7.9KUk1pTvyr60e";
    await importPerson(service, { email, emailVerified: true, passwordHash, totp: [uri] });
    const { signIn } = (await service.post("/v1/sign-in", { email, password: "a quiet harbour at dawn" })).body;
    const key = parseOtpauthUri(uri);
    if (!key.ok || key.value.type !== "totp") throw new Error("no key");
    const code = totpCode(key.value, service.now);
    expect((await service.post("/v1/sign-in/code", { signIn, method: "app", code })).body.status).toBe("complete");
  });
});
