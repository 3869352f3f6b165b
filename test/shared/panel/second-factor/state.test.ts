import { describe, expect, it, vi } from "vitest";
import { fail, ok } from "../../../../shared/outcome.ts";
import { createSecondFactor, type ProofMethod } from "../../../../shared/panel/second-factor/state.ts";

const sent = ok({ sentTo: "a•••@example.com", expiresAt: "", resendAfter: "" });

function begin(methods: ("app" | "email" | "passkey")[], left: { mailedAtMs?: number; begunWith?: ProofMethod } = {}) {
  const send = vi.fn(async () => sent);
  const prove = vi.fn(async () => fail("wrong_code"));
  return { send, prove, factor: createSecondFactor({ methods, ...left, send, prove }) };
}

describe("a second factor", () => {
  it("begins with the first method and offers the others, a recovery code always", () => {
    const { factor } = begin(["app", "passkey", "email"]);
    expect(factor.method.value).toBe("app");
    expect(factor.otherWays.value).toEqual(["email", "recovery"]);
  });

  it("says where a passkey would do that these screens cannot use", () => {
    expect(begin(["passkey"]).factor.hasUnusablePasskey).toBe(true);
    expect(begin(["app"]).factor.hasUnusablePasskey).toBe(false);
  });

  it("sends a code by e-mail when that is chosen, and once", async () => {
    const { factor, send } = begin(["app", "email"]);
    factor.choose("email");
    await vi.waitFor(() => expect(factor.sentTo.value).toBe("a•••@example.com"));
    factor.choose("app");
    factor.choose("email");
    expect(send).toHaveBeenCalledOnce();
  });

  it("sends none where one is on its way already", () => {
    const mailedAtMs = Date.now() - 10_000;
    const { factor, send } = begin(["email"], { mailedAtMs });
    expect(send).not.toHaveBeenCalled();
    expect(factor.resend.availableAt.value).toBe(mailedAtMs + 30_000);
  });

  it("goes on with the method it was left at, where that still counts", () => {
    const { factor, send } = begin(["app", "email"], { begunWith: "email", mailedAtMs: Date.now() });
    expect(factor.method.value).toBe("email");
    expect(factor.otherWays.value).toEqual(["app", "recovery"]);
    expect(send).not.toHaveBeenCalled();
    expect(begin(["app"], { begunWith: "email" }).factor.method.value).toBe("app");
  });

  it("proves nothing before the code is all there", async () => {
    const { factor, prove } = begin(["app"]);
    factor.code.value = "12345";
    await factor.submit();
    expect(factor.form.faults.code.value).toBe("unfit");
    expect(prove).not.toHaveBeenCalled();
    factor.code.value = "123456";
    await factor.submit();
    expect(prove).toHaveBeenCalledExactlyOnceWith({ method: "app", code: "123456" }, false);
  });

  it("takes a recovery code as it was typed", async () => {
    const { factor, prove } = begin(["app"]);
    factor.choose("recovery");
    factor.recoveryCode.value = "z0qj ppk5 rdde 46bb";
    await factor.submit();
    expect(prove).toHaveBeenCalledExactlyOnceWith({ method: "recovery", code: "z0qj ppk5 rdde 46bb" }, false);
  });
});
