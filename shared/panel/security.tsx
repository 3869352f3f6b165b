import { useSignalEffect } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Locale } from "../contract/account.ts";
import type { Client } from "../contract/client.ts";
import type { PublicSettings } from "../contract/public-settings.ts";
import "../ui/tokens.css";
import "../ui/controls.css";
import "./panel.css";
import { Button } from "../ui/button.tsx";
import { AccountSection } from "./account/section.tsx";
import { ActivitySection } from "./activity/section.tsx";
import { AppsSection } from "./apps/section.tsx";
import { ConfirmationDialog } from "./confirm/dialog.tsx";
import { DoneMessage } from "./done-message.tsx";
import { EmailSetUpScreen } from "./email-code/set-up.tsx";
import { ExtensionIntroduction } from "./extension/introduction.tsx";
import { Loading } from "./loading.tsx";
import { DisputedNotice } from "./not-me/notice.tsx";
import { ReviewScreen } from "./not-me/review.tsx";
import type { PanelHistory } from "./open.ts";
import { PasskeyOffer } from "./passkey/offer.tsx";
import { PasskeySetUpScreen } from "./passkey/set-up.tsx";
import { PasswordSection } from "./password/section.tsx";
import { Problem } from "./problem.tsx";
import { NewRecoveryCodes } from "./recovery-code/new-codes.tsx";
import { RecoveryCodesSection } from "./recovery-code/section.tsx";
import { revealStart } from "./reveal-start.ts";
import { createSecurity, type SecurityProgress, type SecurityState } from "./security-state.ts";
import { PlacesSection } from "./session/section.tsx";
import { StepUpDialog } from "./step-up/dialog.tsx";
import type { ThisBrowser } from "./this-browser.ts";
import { AppSetUpScreen } from "./totp/set-up.tsx";
import { RememberedBrowsers } from "./trusted-browser/list.tsx";
import { TwoFactorSection } from "./two-factor/section.tsx";
import { WaitingNotices } from "./waiting/notices.tsx";
import { LocaleProvider, useWords } from "./words.tsx";

interface SecurityProps {
  client: Client;
  locale: Locale;
  /** The page that explains two-factor authentication. */
  learnMoreUrl: string;
  thisBrowser?: ThisBrowser;
  /** Looks for one where `thisBrowser` is not there from the start, once the settings of the service are known. */
  findThisBrowser?: (settings: PublicSettings) => Promise<ThisBrowser>;
  /** Stands above the overview, such as whose account it is. */
  heading?: (email: string) => ComponentChildren;
  /** What is open at first. */
  opened?: "password";
  /** Where it was left when its window closed. */
  kept?: SecurityProgress | null;
  /** Where a page keeps what is open, for Back and Forward; none in the page of somebody else, and in a popup. */
  history?: PanelHistory;
  /** The session has ended, and its owner signs in again while this is kept, out of sight. */
  away?: boolean;
  onProgress?: (progress: SecurityProgress) => void;
  /** A review of what was disputed, which is shown first, has been left. */
  onReviewed?: () => void;
  /** The server has ended the session. */
  onEnded: () => void;
  /** The person has deleted the account. */
  onLeft: () => void;
}

/** The security of the account that is signed in: two-factor authentication, password, recovery codes. */
export function Security({
  client,
  locale,
  learnMoreUrl,
  heading,
  away = false,
  onProgress,
  ...options
}: SecurityProps) {
  const [security] = useState(() => createSecurity({ client, ...options }));
  useEffect(() => void security.load(), [security]);
  const wasAway = useRef(away);
  useEffect(() => {
    if (wasAway.current && !away) void security.resume();
    wasAway.current = away;
  }, [security, away]);
  useSignalEffect(() => onProgress?.(security.progress.value));
  const email = security.account.value?.email ?? "";
  const { thisBrowser } = options;
  const ownCode = thisBrowser?.hasCodesOf(email) ? () => thisBrowser.codeOf(email) : undefined;
  return (
    <LocaleProvider locale={locale}>
      <div class="panel">
        <DoneMessage done={security.done} />
        <CurrentScreen security={security} learnMoreUrl={learnMoreUrl} heading={heading} />
        <ConfirmationDialog confirmation={security.confirmation} />
        <StepUpDialog client={client} stepUp={security.stepUp} email={email} ownCode={ownCode} />
      </div>
    </LocaleProvider>
  );
}

type ScreenProps = { security: SecurityState } & Pick<SecurityProps, "learnMoreUrl" | "heading">;

function CurrentScreen({ security, learnMoreUrl, heading }: ScreenProps) {
  const open = security.open.value;
  const wasElsewhere = useRef(false);
  if (!security.account.value) return <NotLoaded security={security} />;
  const isScreen = typeof open === "object" && open !== null && !("manage" in open);
  if (!isScreen) {
    return (
      <Overview security={security} learnMoreUrl={learnMoreUrl} heading={heading} isReturn={wasElsewhere.current} />
    );
  }
  wasElsewhere.current = true;
  if ("review" in open) return <ReviewScreen security={security} kept={open.review} />;
  if ("recoveryCodes" in open) return <NewRecoveryCodes security={security} codes={open.recoveryCodes} />;
  if (open.setUp === "passkey") {
    return (
      <PasskeySetUpScreen
        security={security}
        pageUrl={new URL("/profile/security", new URL(learnMoreUrl, location.href)).href}
      />
    );
  }
  return open.setUp === "app" ? <AppSetUpScreen security={security} /> : <EmailSetUpScreen security={security} />;
}

interface OverviewProps extends ScreenProps {
  /** Somebody comes back from another screen, and the focus with them. */
  isReturn: boolean;
}

function Overview({ security, learnMoreUrl, heading, isReturn }: OverviewProps) {
  const { passkey } = useWords();
  const sections = useRef<HTMLDivElement>(null);
  const done = security.done.value;
  useEffect(() => {
    // What was pressed may be gone, such as the button that removed a method, and the focus with it.
    const isLost = done !== null && document.activeElement === document.body;
    if (isReturn || isLost) sections.current?.focus({ preventScroll: true });
    // From the panel's start, where what was done is said.
    const panel = sections.current?.closest(".panel");
    if (isReturn && panel) revealStart(panel);
  }, [isReturn, done]);
  return (
    <div class="overview" ref={sections} tabIndex={-1}>
      {security.account.value && heading?.(security.account.value.email)}
      <DisputedNotice security={security} />
      <WaitingNotices security={security} />
      {security.account.value && security.disputed.items.value.length === 0 && (
        <PasskeyOffer account={security.account.value}>
          <Button onClick={() => security.show({ setUp: "passkey" })}>{passkey.offerAdd}</Button>
        </PasskeyOffer>
      )}
      <TwoFactorSection security={security} learnMoreUrl={learnMoreUrl} />
      <PasswordSection security={security} />
      <RecoveryCodesSection security={security} />
      {!security.thisBrowser.value && <ExtensionIntroduction url={security.settings.value?.extensionUrl} />}
      <PlacesSection security={security} />
      {security.account.value?.twoFactor.enabled && <RememberedBrowsers security={security} />}
      <AppsSection security={security} />
      <ActivitySection security={security} />
      <AccountSection security={security} />
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
      <Button disabled={security.loading.blocked.value} onClick={() => void security.load()}>
        {words.tryAgain}
      </Button>
    </section>
  );
}
