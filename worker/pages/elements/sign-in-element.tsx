import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { SignIn } from "../../../shared/panel/sign-in.tsx";
import { Button } from "../../../shared/ui/button.tsx";
import { useElementWords } from "./element-words.ts";
import { LatchkeyElement, type Surroundings } from "./latchkey-element.tsx";
import type { PageSession } from "./page-session.ts";

/** `<latchkey-sign-in>`: the way in; once somebody is, who it is and the way out. */
export class SignInElement extends LatchkeyElement {
  protected override join({ doors }: PageSession): () => void {
    doors.value++;
    return () => {
      doors.value--;
    };
  }

  protected override view(surroundings: Surroundings) {
    return <Door {...surroundings} />;
  }
}

function Door(surroundings: Surroundings) {
  const state = surroundings.session.state.value;
  const hadForm = useRef(false);
  if (state.is === "there") {
    return <SignedIn session={surroundings.session} email={state.account.email} hasArrived={hadForm.current} />;
  }
  if (state.is !== "none" && state.is !== "ended") return null;
  hadForm.current = true;
  return <SignInForm {...surroundings} ended={state.is === "ended"} />;
}

/** The form of an element, which leaves the page's focus alone unless it is asked to take it. */
export function SignInForm({ session, locale, autofocus, ended }: Surroundings & { ended: boolean }) {
  return (
    <SignIn
      client={session.client(locale)}
      locale={locale}
      ended={ended}
      canRemember={session.canRemember}
      quietStart={!autofocus}
      onSignedIn={(answer) => void session.signedIn(answer)}
    />
  );
}

interface SignedInProps {
  session: PageSession;
  email: string;
  /** Somebody has just signed in, and the form that had the focus is gone. */
  hasArrived: boolean;
}

function SignedIn({ session, email, hasArrived }: SignedInProps) {
  const words = useElementWords();
  const place = useRef<HTMLDivElement>(null);
  const busy = useSignal(false);
  const failed = useSignal(false);
  useEffect(() => {
    if (hasArrived) place.current?.focus();
  }, [hasArrived]);
  const signOut = async () => {
    busy.value = true;
    failed.value = !(await session.signOut());
    busy.value = false;
  };
  return (
    <div class="panel">
      <div class="signed-in" ref={place} tabIndex={-1}>
        <p role="status">
          {words.signedInAs} <b>{email}</b>
        </p>
        <Button busy={busy.value} onClick={() => void signOut()}>
          {words.signOut}
        </Button>
      </div>
      <div class="error" role="alert">
        {failed.value && <p>{words.notSignedOut}</p>}
      </div>
    </div>
  );
}
