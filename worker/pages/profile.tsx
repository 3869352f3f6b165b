import { useEffect, useState } from "preact/hooks";
import { type Account, locales } from "../../shared/contract/account.ts";
import { longDate } from "../../shared/locales/relative-time.ts";
import { type Attempt, createAttempt } from "../../shared/panel/attempt.ts";
import { Loading } from "../../shared/panel/loading.tsx";
import { PasskeyOffer } from "../../shared/panel/passkey/offer.tsx";
import { FormProblem } from "../../shared/panel/problem.tsx";
import { LocaleProvider, useWords } from "../../shared/panel/words.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { signInAddress } from "./next-page.ts";
import { client } from "./page-client.ts";
import { PageFrame } from "./page-frame.tsx";
import { pageLocale, words } from "./page-words.ts";
import { startPage } from "./start-page.tsx";
import { watchWhoseAccount } from "./whose-account.tsx";

function ProfilePage() {
  const [account, setAccount] = useState<Account | null>(null);
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
        <h1>{words.profile.title}</h1>
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

function Profile({ account }: { account: Account }) {
  const { profile, language } = words;
  const { passkey } = useWords();
  const spoken = locales.find((locale) => locale === account.locale) ?? "en";
  return (
    <>
      <PasskeyOffer account={account}>
        <a class="button" href="/profile/security">
          {passkey.offerAdd}
        </a>
      </PasskeyOffer>
      <section class="card">
        <dl class="facts">
          <dt>{profile.email}</dt>
          <dd>{account.email}</dd>
          <dt>{profile.memberSince}</dt>
          <dd>{longDate(account.createdAt, pageLocale)}</dd>
          <dt>{profile.language}</dt>
          <dd lang={spoken}>{language[spoken]}</dd>
        </dl>
      </section>
      <section class="card line">
        <div>
          <h2>{profile.security}</h2>
          <small>{account.twoFactor.enabled ? profile.securityOn : profile.securityOff}</small>
        </div>
        <a class="button" href="/profile/security">
          {profile.toSecurity}
        </a>
      </section>
    </>
  );
}

watchWhoseAccount();
startPage(words.profile.title, <ProfilePage />);
