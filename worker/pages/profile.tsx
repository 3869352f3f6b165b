import { useEffect, useState } from "preact/hooks";
import { locales, type OwnAccount } from "../../shared/contract/account.ts";
import { longDate } from "../../shared/locales/relative-time.ts";
import { type Attempt, createAttempt } from "../../shared/panel/attempt.ts";
import { ExtensionIntroduction } from "../../shared/panel/extension/introduction.tsx";
import { Loading } from "../../shared/panel/loading.tsx";
import { PasskeyOffer } from "../../shared/panel/passkey/offer.tsx";
import { FormProblem } from "../../shared/panel/problem.tsx";
import { Row } from "../../shared/panel/row.tsx";
import { LocaleProvider, useWords } from "../../shared/panel/words.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { AccountLanguage } from "./account-language.tsx";
import { signInAddress } from "./next-page.ts";
import { client } from "./page-client.ts";
import { PageFrame } from "./page-frame.tsx";
import { pageLocale, words } from "./page-words.ts";
import { SecureYourAccount } from "./secure-your-account.tsx";
import { startPage } from "./start-page.tsx";
import { watchWhoseAccount } from "./whose-account.tsx";

function ProfilePage() {
  const [account, setAccount] = useState<OwnAccount | null>(null);
  const [loading] = useState(createAttempt);
  const load = async () => {
    const answer = await loading.run(() => client.account.get());
    if (answer?.ok) setAccount(answer.value);
    else if (answer?.code === "not_signed_in") location.replace(signInAddress("/profile"));
  };
  useEffect(() => void load(), []);
  return (
    <LocaleProvider locale={pageLocale}>
      <PageFrame signedIn={account !== null}>
        <header class="page-head">
          <h1>{words.profile.title}</h1>
        </header>
        <div class="panel">
          {account ? <Profile account={account} /> : <NotLoaded loading={loading} onRetry={() => void load()} />}
        </div>
      </PageFrame>
    </LocaleProvider>
  );
}

function NotLoaded({ loading, onRetry }: { loading: Attempt; onRetry: () => void }) {
  const { problems } = useWords();
  const failure = loading.failure.value;
  if (!failure || failure.code === "not_signed_in") return <Loading />;
  return (
    <section class="card">
      <FormProblem attempt={loading} texts={problems.anywhere} />
      <Button disabled={loading.blocked.value} onClick={onRetry}>
        {words.problem.retry}
      </Button>
    </section>
  );
}

function Profile({ account }: { account: OwnAccount }) {
  const { profile } = words;
  const { passkey } = useWords();
  const spoken = locales.find((locale) => locale === account.locale) ?? "en";
  return (
    <>
      <PasskeyOffer account={account}>
        <a class="button" href="/profile/security">
          {passkey.offerAdd}
        </a>
      </PasskeyOffer>
      <ul class="list-card list">
        <Row icon="mail" title={profile.email} lines={[account.email]} />
        <Row icon="clock" title={profile.memberSince} lines={[longDate(account.createdAt, pageLocale)]} />
        <Row icon="language" title={profile.language} lines={[profile.languageNote]}>
          <AccountLanguage spoken={spoken} />
        </Row>
      </ul>
      {!account.twoFactor.enabled && (
        <>
          <SecureYourAccount />
          <ExtensionIntroduction url={account.settings.extensionUrl} />
        </>
      )}
      <ul class="list-card list">
        <Row
          icon="secured"
          title={profile.security}
          lines={[account.twoFactor.enabled ? profile.securityOn : profile.securityOff]}
          action={
            <a class="button text" href="/profile/security">
              {profile.toSecurity}
            </a>
          }
        />
      </ul>
    </>
  );
}

watchWhoseAccount();
startPage(words.profile.title, <ProfilePage />);
