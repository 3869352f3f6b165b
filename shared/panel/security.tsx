import { useEffect, useRef, useState } from "preact/hooks";
import type { Locale } from "../contract/account.ts";
import type { Client } from "../contract/client.ts";
import "../ui/tokens.css";
import "../ui/controls.css";
import "./panel.css";
import { Button } from "../ui/button.tsx";
import { AppSetUpScreen } from "./app-code/set-up.tsx";
import { DoneMessage } from "./done-message.tsx";
import { EmailSetUpScreen } from "./email-code/set-up.tsx";
import { Loading } from "./loading.tsx";
import { PasswordSection } from "./password/section.tsx";
import { Problem } from "./problem.tsx";
import { NewRecoveryCodes } from "./recovery-code/new-codes.tsx";
import { RecoveryCodesSection } from "./recovery-code/section.tsx";
import { createSecurity, type SecurityState } from "./security-state.ts";
import { StepUpDialog } from "./step-up/dialog.tsx";
import type { ThisBrowser } from "./this-browser.ts";
import { TwoFactorSection } from "./two-factor/section.tsx";
import { LocaleProvider, useWords } from "./words.tsx";

interface SecurityProps {
  client: Client;
  locale: Locale;
  /** The page that explains two-factor authentication. */
  learnMoreUrl: string;
  thisBrowser?: ThisBrowser;
  onSignedOut: (why: "by_person" | "ended") => void;
}

/** The security of the account that is signed in: two-factor authentication, password, recovery codes. */
export function Security({ client, locale, learnMoreUrl, thisBrowser, onSignedOut }: SecurityProps) {
  const [security] = useState(() => createSecurity({ client, thisBrowser, onEnded: () => onSignedOut("ended") }));
  useEffect(() => void security.reload(), [security]);
  return (
    <LocaleProvider locale={locale}>
      <div class="panel">
        <DoneMessage done={security.done} />
        <CurrentScreen security={security} learnMoreUrl={learnMoreUrl} />
        <StepUpDialog client={client} stepUp={security.stepUp} />
      </div>
    </LocaleProvider>
  );
}

function CurrentScreen({ security, learnMoreUrl }: { security: SecurityState; learnMoreUrl: string }) {
  const open = security.open.value;
  const wasElsewhere = useRef(false);
  if (!security.account.value) return <NotLoaded security={security} />;
  const isScreen = typeof open === "object" && open !== null && !("manage" in open);
  if (!isScreen) return <Overview security={security} learnMoreUrl={learnMoreUrl} isReturn={wasElsewhere.current} />;
  wasElsewhere.current = true;
  if ("recoveryCodes" in open) return <NewRecoveryCodes security={security} codes={open.recoveryCodes} />;
  return open.setUp === "app" ? <AppSetUpScreen security={security} /> : <EmailSetUpScreen security={security} />;
}

interface OverviewProps {
  security: SecurityState;
  learnMoreUrl: string;
  /** Somebody comes back from another screen, and the focus with them. */
  isReturn: boolean;
}

function Overview({ security, learnMoreUrl, isReturn }: OverviewProps) {
  const sections = useRef<HTMLDivElement>(null);
  const done = security.done.value;
  useEffect(() => {
    // What was pressed may be gone, such as the button that removed a method, and the focus with it.
    const isLost = done !== null && document.activeElement === document.body;
    if (isReturn || isLost) sections.current?.focus();
  }, [isReturn, done]);
  return (
    <div class="overview" ref={sections} tabIndex={-1}>
      <TwoFactorSection security={security} learnMoreUrl={learnMoreUrl} />
      <PasswordSection security={security} />
      <RecoveryCodesSection security={security} />
    </div>
  );
}

function NotLoaded({ security }: { security: SecurityState }) {
  const words = useWords();
  const failure = security.loading.failure.value;
  if (!failure) return <Loading />;
  return (
    <section class="card">
      <div class="error" role="alert">
        <Problem failure={failure} texts={words.problems.anywhere} />
      </div>
      <Button disabled={security.loading.blocked.value} onClick={() => void security.reload()}>
        {words.tryAgain}
      </Button>
    </section>
  );
}
