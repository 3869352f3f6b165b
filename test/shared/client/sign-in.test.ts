import { describe, expect, it, vi } from "vitest";
import { createSignIn, type SignInStep } from "../../../shared/client/sign-in.ts";
import type { Answer } from "../../../shared/contract/answer.ts";
import type { Client } from "../../../shared/contract/client.ts";
import type { SecondStepAnswer, SignInAnswer } from "../../../shared/contract/sign-in.ts";
import { fail, ok } from "../../../shared/outcome.ts";

const credentials = { email: "ana@example.com", password: "a quiet harbour at dawn" };
const complete = { status: "complete", account: { id: "a" }, session: { id: "s" } } as SignInAnswer;
const secondStep: SecondStepAnswer = {
  status: "second_step",
  signIn: "secret",
  expiresAt: "2026-01-01T00:10:00.000Z",
  methods: [{ type: "app" }, { type: "email", sentTo: "a•••@example.com" }, { type: "passkey" }],
  preferred: "app",
  rememberDays: 30,
};

function signingIn(answers: {
  start?: Answer<SignInAnswer>;
  code?: Answer<SignInAnswer>;
  mail?: Answer<object>;
  passkey?: Answer<SignInAnswer>;
}) {
  const client = {
    signIn: {
      start: vi.fn(async () => answers.start ?? ok(secondStep)),
      code: vi.fn(async () => answers.code ?? ok(complete)),
      passkeyOptions: vi.fn(async () => ok({ id: "challenge", options: { challenge: "c" } })),
      passkey: vi.fn(async () => answers.passkey ?? ok(complete)),
      sendEmailCode: vi.fn(
        async () => answers.mail ?? ok({ sentTo: "a•••@example.com", resendAfter: "2026-01-01T00:00:30.000Z" }),
      ),
    },
  };
  const onStep = vi.fn<(step: SignInStep) => void>();
  return { client, onStep, signIn: createSignIn(client as unknown as Client, onStep) };
}

describe("a sign-in", () => {
  it("is complete at once where nothing else is asked for", async () => {
    const { signIn, onStep } = signingIn({ start: ok(complete) });
    expect(signIn.step).toEqual({ at: "password" });
    expect(await signIn.start(credentials)).toMatchObject({ at: "complete", account: { id: "a" } });
    expect(onStep).toHaveBeenCalledOnce();
  });

  it("asks for the code of the preferred method, and is complete by it", async () => {
    const { signIn, client } = signingIn({});
    expect(await signIn.start(credentials)).toEqual({
      at: "second_step",
      method: "app",
      methods: ["app", "email", "passkey", "recovery"],
      expiresAt: secondStep.expiresAt,
      rememberDays: 30,
    });
    await signIn.prove("123456", { rememberDevice: true });
    const sent = { signIn: "secret", method: "app", code: "123456", rememberDevice: true };
    expect(client.signIn.code).toHaveBeenCalledWith(sent, {});
    expect(signIn.step.at).toBe("complete");
  });

  it("is complete by a passkey, where that is all that somebody has", async () => {
    const methods: SecondStepAnswer["methods"] = [{ type: "passkey" }];
    const { signIn, client } = signingIn({ start: ok({ ...secondStep, methods, preferred: "passkey" }) });
    expect(await signIn.start(credentials)).toMatchObject({ method: "passkey", methods: ["passkey", "recovery"] });
    await signIn.prove("123456");
    expect(client.signIn.code).not.toHaveBeenCalled();
    const ask = vi.fn(async () => ({ id: "credential" }) as never);
    expect((await signIn.provePasskey(ask, { rememberDevice: true })).at).toBe("complete");
    expect(ask).toHaveBeenCalledWith({ challenge: "c" });
    const sent = { id: "challenge", response: { id: "credential" }, signIn: "secret", rememberDevice: true };
    expect(client.signIn.passkey).toHaveBeenCalledWith(sent, {});
  });

  it("goes on as it was where the dialog of a passkey is left, and says why one was refused", async () => {
    const { signIn, client } = signingIn({ passkey: fail("passkey_rejected") });
    await signIn.start(credentials);
    expect(await signIn.provePasskey(async () => null)).toMatchObject({ at: "second_step", method: "passkey" });
    expect(client.signIn.passkey).not.toHaveBeenCalled();
    const refused = await signIn.provePasskey(async () => ({}) as never);
    expect(refused).toMatchObject({ at: "second_step", problem: { code: "passkey_rejected" } });
  });

  it("stays where it is with the reason, and starts over when it has expired", async () => {
    const wrong = fail("wrong_code", { attemptsLeft: 4 });
    const answers: Parameters<typeof signingIn>[0] = { start: fail("wrong_credentials") };
    const { signIn } = signingIn(answers);
    expect(await signIn.start(credentials)).toEqual({ at: "password", problem: fail("wrong_credentials") });
    answers.start = ok(secondStep);
    answers.code = wrong;
    await signIn.start(credentials);
    expect(await signIn.prove("000000")).toMatchObject({ at: "second_step", method: "app", problem: wrong });
    answers.code = fail("sign_in_expired");
    expect(await signIn.prove("000001")).toEqual({ at: "password", problem: fail("sign_in_expired") });
    expect(await signIn.prove("000002")).toBe(signIn.step);
  });

  it("mails a code when e-mail is chosen, once, and again when asked", async () => {
    const { signIn, client } = signingIn({});
    await signIn.start(credentials);
    expect(await signIn.choose("email")).toMatchObject({ method: "email", sentTo: "a•••@example.com" });
    expect(await signIn.choose("recovery")).toMatchObject({ method: "recovery", problem: undefined });
    await signIn.choose("email");
    expect(client.signIn.sendEmailCode).toHaveBeenCalledOnce();
    await signIn.sendEmailCode();
    expect(client.signIn.sendEmailCode).toHaveBeenCalledTimes(2);
  });

  it("says that no code is on its way while none could be mailed", async () => {
    const byEmail: SecondStepAnswer = { ...secondStep, preferred: "email" };
    const sent = await signingIn({ start: ok(byEmail) }).signIn.start(credentials);
    expect(sent).toMatchObject({
      method: "email",
      methods: ["email", "app", "passkey", "recovery"],
      sentTo: "a•••@example.com",
    });
    const resendAfter = "2026-01-01T00:00:20.000Z";
    const waiting = await signingIn({ start: ok({ ...byEmail, resendAfter }) }).signIn.start(credentials);
    expect(waiting).toMatchObject({ method: "email", resendAfter });
    expect(waiting).not.toHaveProperty("sentTo");
  });

  it("does not hear what comes after it was begun anew", async () => {
    const { signIn, onStep } = signingIn({});
    const late = signIn.start(credentials);
    signIn.restart();
    expect(await late).toEqual({ at: "password" });
    expect(onStep).toHaveBeenCalledOnce();
  });

  it("takes up what a reset's code was answered with", () => {
    expect(signingIn({}).signIn.take(secondStep)).toMatchObject({ at: "second_step", method: "app" });
  });
});
