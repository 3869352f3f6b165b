import { type Signal, useSignalEffect } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Locale } from "../contract/account.ts";
import type { Client } from "../contract/client.ts";
import type { SessionAnswer } from "../contract/sign-in.ts";
import "../ui/tokens.css";
import "../ui/controls.css";
import "./panel.css";
import { CreateAccount } from "./account/create-account.tsx";
import { VerifyAddress } from "./account/verify-address.tsx";
import { ResetWaits, SetNewPassword } from "./password/reset.tsx";
import { LinkOnly, SetPasswordByLink } from "./password/reset-link.tsx";
import { AskForAddress } from "./sign-in/ask-for-address.tsx";
import { LinkExpired } from "./sign-in/link-expired.tsx";
import { PasswordStep } from "./sign-in/password-step.tsx";
import { SecondStep } from "./sign-in/second-step.tsx";
import { createWayIn, progressOf, type SignInStep, type WayIn, type WayInProgress } from "./sign-in/state.ts";
import { UnlockByLink, UnlockSent } from "./sign-in/unlock.tsx";
import type { ThisBrowser } from "./this-browser.ts";
import { LocaleProvider } from "./words.tsx";

interface SignInProps {
  client: Client;
  locale: Locale;
  start?: "sign-in" | "create";
  /** The server has ended a session: says so above the form. */
  ended?: boolean;
  /** This browser as an authenticator, where it is one. */
  thisBrowser?: ThisBrowser;
  /** Whether this browser can be remembered, to skip the second step; yes where nothing is said. */
  canRemember?: boolean;
  /** The first step leaves the focus where it is: a page of others has other things in it. */
  quietStart?: boolean;
  /** Where it was left when its window closed. */
  kept?: WayInProgress | null;
  /** The step, where a page keeps it in its history. */
  step?: Signal<SignInStep>;
  onProgress?: (progress: WayInProgress) => void;
  onSignedIn: (answer: SessionAnswer) => void;
}

/** The way in: sign in with its second step, or create an account and prove its address. */
export function SignIn({ client, locale, start = "sign-in", ended, onProgress, ...options }: SignInProps) {
  const [way] = useState(() => createWayIn({ client, locale, start: firstStep(start, ended), ...options }));
  useSignalEffect(() => onProgress?.(progressOf(way)));
  return (
    <LocaleProvider locale={locale}>
      <div class="panel sign-in">
        <CurrentStep way={way} />
      </div>
    </LocaleProvider>
  );
}

function firstStep(start: "sign-in" | "create", ended = false): SignInStep {
  if (start === "create") return { at: "create" };
  return { at: "password", why: ended ? "not_signed_in" : undefined };
}

function CurrentStep({ way }: { way: WayIn }) {
  const step = way.step.value;
  switch (step.at) {
    case "password":
      return <PasswordStep way={way} why={step.why} />;
    case "second_step":
      return <SecondStep way={way} answer={step.answer} />;
    case "create":
      return <CreateAccount way={way} />;
    case "verify":
      return <VerifyAddress way={way} verification={step.verification} />;
    case "reset":
    case "unlock":
      // Keyed, so that each begins with a request of its own.
      return <AskForAddress key={step.at} way={way} purpose={step.at} />;
    case "reset_code":
      return <SetNewPassword way={way} reset={step.reset} />;
    case "reset_link_only":
      return <LinkOnly way={way} />;
    case "reset_link":
      return <SetPasswordByLink way={way} link={step.link} />;
    case "link_expired":
      return <LinkExpired way={way} purpose={step.purpose} />;
    case "unlock_sent":
      return <UnlockSent way={way} />;
    case "unlock_link":
      return <UnlockByLink way={way} link={step.link} />;
    case "reset_waiting":
      return <ResetWaits way={way} until={step.until} />;
  }
}
