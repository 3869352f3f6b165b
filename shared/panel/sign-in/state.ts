import { type Signal, signal } from "@preact/signals";
import type { Locale, Verification } from "../../contract/account.ts";
import type { Client } from "../../contract/client.ts";
import type { SecondStepAnswer, SessionAnswer } from "../../contract/sign-in.ts";

/** Where somebody stands on the way in. */
export type SignInStep =
  | { at: "password"; why?: "sign_in_expired" | "not_signed_in" }
  | { at: "second_step"; answer: SecondStepAnswer }
  | { at: "create" }
  | { at: "verify"; verification: Verification };

/** What the steps on the way in share. What was typed stays on the way back. */
export interface WayIn {
  client: Client;
  locale: Locale;
  step: Signal<SignInStep>;
  email: Signal<string>;
  password: Signal<string>;
  /** Hands the session over; the password is forgotten. */
  finish: (answer: SessionAnswer) => void;
}

/** The way in from its first step. */
export function createWayIn(options: {
  client: Client;
  locale: Locale;
  start: SignInStep;
  onSignedIn: (answer: SessionAnswer) => void;
}): WayIn {
  const password = signal("");
  return {
    client: options.client,
    locale: options.locale,
    step: signal<SignInStep>(options.start),
    email: signal(""),
    password,
    finish(answer) {
      password.value = "";
      options.onSignedIn(answer);
    },
  };
}
