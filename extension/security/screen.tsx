import { useEffect, useState } from "preact/hooks";
import { setPasskeyPlace } from "../../shared/panel/passkey/place.ts";
import { Security } from "../../shared/panel/security.tsx";
import { SignIn } from "../../shared/panel/sign-in.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { createUnlockQuestion, UnlockDialog } from "../lock/ask-to-unlock.tsx";
import { TwoFactorNote } from "../lock/two-factor-note.tsx";
import { NotSaved } from "../surface/not-saved.tsx";
import { opening } from "../surface/state.ts";
import { locale, words } from "../surface/words.ts";
import { passkeyPlaceOf } from "./passkey-place.ts";
import { type Connected, connect } from "./state.ts";

/** The account's security in the popup: the way in, or the panel. */
export function SecurityScreen() {
  const [connected, setConnected] = useState<Connected | null>(null);
  const [question] = useState(createUnlockQuestion);
  useEffect(() => {
    void connect({ askToUnlock: question.ask, note: () => <TwoFactorNote /> }).then((made) => {
      setPasskeyPlace(passkeyPlaceOf(opening, made.service));
      setConnected(made);
    });
  }, [question]);
  return (
    <div class="scrolling">
      {connected && (connected.access.value ? <Account connected={connected} /> : <Access connected={connected} />)}
      <UnlockDialog question={question} />
    </div>
  );
}

function Access({ connected }: { connected: Connected }) {
  const { access, allow } = words.security;
  return (
    <section class="card">
      <p>{access}</p>
      <Button kind="primary" focusFirst onClick={() => void connected.askForAccess()}>
        {allow}
      </Button>
    </section>
  );
}

function Account({ connected }: { connected: Connected }) {
  const { client, thisBrowser } = connected;
  const session = connected.session.value;
  return (
    <>
      <NotSaved failed={connected.notKept} text={words.vault.notKept} />
      {session !== "none" && (
        // Kept while somebody signs in again, with all that was typed.
        <div key={connected.panel.value} hidden={session === "ended"}>
          <Security
            client={client}
            locale={locale}
            learnMoreUrl={`${connected.service}/learn/two-factor`}
            thisBrowser={thisBrowser}
            heading={(email) => <Heading email={email} connected={connected} />}
            kept={connected.kept().security}
            away={session === "ended"}
            onProgress={connected.keepSecurity}
            onEnded={connected.ended}
            onLeft={connected.left}
          />
        </div>
      )}
      {session !== "there" && (
        <div class="card">
          <p class="sign-in-to">{words.security.signInTo(new URL(connected.service).host)}</p>
          <SignIn
            client={client}
            locale={locale}
            ended={session === "ended"}
            thisBrowser={thisBrowser}
            canRemember={false}
            kept={connected.kept().wayIn}
            onProgress={connected.keepWayIn}
            onSignedIn={connected.signedIn}
          />
        </div>
      )}
    </>
  );
}

function Heading({ email, connected }: { email: string; connected: Connected }) {
  const [isBusy, setIsBusy] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const signOut = async () => {
    setIsBusy(true);
    const isOver = await connected.signOut().catch(() => false);
    setIsBusy(false);
    setRefused(!isOver);
  };
  return (
    <header class="me">
      <div>
        <b>{email}</b>
        <small>{new URL(connected.service).host}</small>
      </div>
      <Button kind="link" busy={isBusy} onClick={() => void signOut()}>
        {words.security.signOut}
      </Button>
      <div role="alert">{isRefused && <p class="notice bad">{words.security.notSignedOut}</p>}</div>
    </header>
  );
}
