import { describe, expect, it, vi } from "vitest";
import type { Account } from "../../../../shared/contract/account.ts";
import type { Answer } from "../../../../shared/contract/answer.ts";
import type { Client } from "../../../../shared/contract/client.ts";
import type { AppEnrolment } from "../../../../shared/contract/totp.ts";
import type { MethodConfirmed } from "../../../../shared/contract/two-factor.ts";
import { fail, ok } from "../../../../shared/outcome.ts";
import type { SavedKey } from "../../../../shared/panel/this-browser.ts";
import { enrolThisBrowser } from "../../../../shared/panel/totp/enrol-this-browser.ts";

const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const enrolment: AppEnrolment = {
  id: "method-1",
  secret,
  uri: `otpauth://totp/Latchkey:ana@example.com?secret=${secret}&issuer=Latchkey`,
  qr: "<svg/>",
  expiresAt: "2026-11-24T16:00:00.000Z",
};
const codeBefore = "081804";
const codeNow = "050471";

const confirmed: Answer<MethodConfirmed> = ok({ account: accountWith([]), recoveryCodes: ["a"] });

function accountWith(ids: string[]): Account {
  const methods = ids.map((id) => ({ id }));
  return { twoFactor: { methods } } as Account;
}

function enrol(answers: Answer<MethodConfirmed>[], account: Answer<Account> = fail("offline")) {
  const undo = vi.fn(async () => {});
  const save = vi.fn(async (): Promise<SavedKey | null> => ({ codes: { before: codeBefore, now: codeNow }, undo }));
  const confirmApp = vi.fn(async (_id: string, _code: string) => answers.shift() ?? fail("internal"));
  const client = { twoFactor: { confirmApp }, account: { get: async () => account } } as unknown as Client;
  const thisBrowser = { save };
  return { undo, save, confirmApp, thisBrowser, answer: enrolThisBrowser({ client, thisBrowser, enrolment }) };
}

describe("this browser as the authenticator", () => {
  it("proves itself by the code before, so that the one now showing stays good", async () => {
    const { answer, confirmApp, undo } = enrol([confirmed]);
    expect(await answer).toBe(confirmed);
    expect(confirmApp.mock.calls).toEqual([["method-1", codeBefore]]);
    expect(undo).not.toHaveBeenCalled();
  });

  it("tries the present code where the one before is too old", async () => {
    const { answer, confirmApp } = enrol([fail("wrong_code"), confirmed]);
    expect(await answer).toBe(confirmed);
    expect(confirmApp.mock.calls.map(([, code]) => code)).toEqual([codeBefore, codeNow]);
  });

  it("takes the key out again when the server refuses", async () => {
    const { answer, undo } = enrol([fail("wrong_code"), fail("wrong_code")]);
    expect(await answer).toMatchObject({ code: "wrong_code" });
    expect(undo).toHaveBeenCalledOnce();
  });

  it("asks nothing of the server when the key could not be kept", async () => {
    const { answer, confirmApp, save, thisBrowser } = enrol([]);
    await answer;
    save.mockRejectedValueOnce(new Error("locked"));
    const client = { twoFactor: { confirmApp } } as unknown as Client;
    confirmApp.mockClear();
    expect(await enrolThisBrowser({ client, thisBrowser, enrolment })).toBe("not_saved");
    save.mockResolvedValueOnce(null);
    expect(await enrolThisBrowser({ client, thisBrowser, enrolment })).toBe("not_saved");
    expect(save).toHaveBeenCalledTimes(3);
    expect(confirmApp).not.toHaveBeenCalled();
  });

  describe("when the answer got lost", () => {
    it("keeps the key while nobody can say whether it counts", async () => {
      const { answer, undo } = enrol([fail("offline")], fail("offline"));
      expect(await answer).toMatchObject({ code: "offline" });
      expect(undo).not.toHaveBeenCalled();
    });

    it("keeps the key when it counts", async () => {
      const account = accountWith(["method-1"]);
      const { answer, undo } = enrol([fail("offline")], ok(account));
      expect(await answer).toEqual(ok({ account }));
      expect(undo).not.toHaveBeenCalled();
    });

    it("takes it out when it does not", async () => {
      const { answer, undo } = enrol([fail("offline")], ok(accountWith([])));
      expect(await answer).toMatchObject({ code: "offline" });
      expect(undo).toHaveBeenCalledOnce();
    });
  });
});
