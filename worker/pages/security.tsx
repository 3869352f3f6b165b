import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Account } from "../../shared/contract/account.ts";
import { isCodes, isReview } from "../../shared/panel/open.ts";
import { Security } from "../../shared/panel/security.tsx";
import type { SecurityProgress } from "../../shared/panel/security-state.ts";
import { SignIn } from "../../shared/panel/sign-in.tsx";
import { ConfirmDialog } from "../../shared/ui/confirm-dialog.tsx";
import { findDestination } from "./destination.ts";
import { keptProgress } from "./kept-progress.ts";
import { signInAddress } from "./next-page.ts";
import { client } from "./page-client.ts";
import { PageFrame } from "./page-frame.tsx";
import { thisVisit } from "./page-history.ts";
import { pageLocale, words } from "./page-words.ts";
import { panelInHistory } from "./panel-history.ts";
import { startPage } from "./start-page.tsx";
import { findThisBrowser } from "./this-browser/find.ts";
import { watchWhoseAccount } from "./whose-account.tsx";

/** Who came to this page, so that nobody else signs in over what was typed. */
const visitor = client.session.get();

/** What is open at first, where the address says so; /.well-known/change-password leads there. */
const opened = new URL(location.href).searchParams.get("open") === "password" ? "password" : undefined;

/** What is half done, for a tab that is reloaded or brought back. */
const visit = thisVisit();
const progress = keptProgress<SecurityProgress>(`security ${visit}`, ({ accountId }) => accountId !== null);
const kept = progress.read();
const panelHistory = panelInHistory(visit);

/** No setup key and no recovery code is kept: a key is asked for again by its id, and codes are not opened again. */
function withoutSecrets({ open, ...rest }: SecurityProgress): SecurityProgress {
  return { ...rest, open: isCodes(open) ? null : open, totpKey: null };
}

/** Anyone who was on the way elsewhere when they signed in goes on there after their review. */
async function goOn(): Promise<void> {
  const here = new URL(location.href);
  if (!["next", "return_to"].some((name) => here.searchParams.has(name))) return;
  location.replace((await findDestination(here)).address);
}

function SecurityPage() {
  const signedIn = useSignal(false);
  const ended = useSignal(false);
  const reviewing = useSignal(false);
  useEffect(() => {
    void visitor.then(({ ok }) => {
      signedIn.value = ok;
    });
  }, [signedIn]);
  const leave = async () => {
    if ((await visitor).ok) ended.value = true;
    else location.replace(signInAddress(`/profile/security${opened ? "?open=password" : ""}`));
  };
  const comeBack = async (account: Account) => {
    const was = await visitor;
    if (was.ok && was.value.account.id === account.id) ended.value = false;
    else location.reload();
  };
  return (
    <PageFrame signedIn={signedIn.value && !ended.value} narrow={ended.value}>
      {/* Kept while somebody signs in again, with all that was typed. */}
      <div hidden={ended.value}>
        {!reviewing.value && (
          <header class="page-head">
            <h1>{words.security.title}</h1>
            <p>{words.security.lead}</p>
          </header>
        )}
        <Security
          client={client}
          locale={pageLocale}
          learnMoreUrl="/learn/two-factor"
          findThisBrowser={({ extensionIds }) => findThisBrowser(extensionIds)}
          opened={opened}
          away={ended.value}
          kept={kept}
          history={panelHistory.follow}
          onProgress={(now) => {
            reviewing.value = isReview(now.open);
            progress.keep(withoutSecrets(now));
          }}
          onReviewed={() => void goOn()}
          onEnded={() => void leave()}
          onLeft={() => location.replace("/")}
        />
        <LeaveCodes />
      </div>
      {ended.value && (
        <div class="way-in">
          <SignIn client={client} locale={pageLocale} ended onSignedIn={({ account }) => void comeBack(account)} />
        </div>
      )}
    </PageFrame>
  );
}

/** Back was pressed while recovery codes stood there that are not saved. */
function LeaveCodes() {
  const { leaving } = panelHistory;
  const leave = leaving.value;
  if (!leave) return null;
  const close = () => {
    leaving.value = null;
  };
  return (
    <ConfirmDialog
      title={words.leaveCodes.title}
      keep={words.leaveCodes.stay}
      action={words.leaveCodes.leave}
      onKeep={close}
      onConfirm={() => {
        close();
        leave();
      }}
    >
      <p>{words.leaveCodes.lead}</p>
    </ConfirmDialog>
  );
}

watchWhoseAccount();
startPage(words.security.title, <SecurityPage />);
