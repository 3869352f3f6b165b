import { isCodes } from "../../../shared/panel/open.ts";
import { Security } from "../../../shared/panel/security.tsx";
import { useElementWords } from "./element-words.ts";
import { LatchkeyElement, type Surroundings } from "./latchkey-element.tsx";
import type { PageSession } from "./page-session.ts";
import { printCodesAlone } from "./print-sheet.ts";
import { SignInForm } from "./sign-in-element.tsx";

/** `<latchkey-security>`: the security of the account that is signed in; before that the way in. */
export class SecurityElement extends LatchkeyElement {
  protected override readonly defersToDoor = true;

  protected override join(_session: PageSession): () => void {
    return () => printCodesAlone(this, false);
  }

  protected override view(surroundings: Surroundings) {
    return <Panel {...surroundings} showsCodes={(shows) => printCodesAlone(this, shows)} />;
  }
}

interface PanelProps extends Surroundings {
  /** Recovery codes stand there now, or no longer. */
  showsCodes: (shows: boolean) => void;
}

function Panel({ showsCodes, ...surroundings }: PanelProps) {
  const { session, locale } = surroundings;
  const state = session.state.value;
  const isThere = state.is === "there";
  return (
    <>
      {(isThere || state.is === "ended") && (
        // Kept while its owner signs in again, with all that was typed; another person gets another one.
        <div key={state.account.id} hidden={!isThere}>
          <Security
            client={session.client(locale)}
            locale={locale}
            learnMoreUrl={`${session.service}/learn/two-factor`}
            away={!isThere}
            onProgress={({ open }) => showsCodes(isCodes(open))}
            onEnded={session.ended}
            onLeft={session.left}
          />
        </div>
      )}
      {(state.is === "none" || state.is === "ended") && <WayIn {...surroundings} ended={state.is === "ended"} />}
    </>
  );
}

function WayIn(surroundings: Surroundings & { ended: boolean }) {
  const { signInFirst } = useElementWords();
  if (surroundings.session.doors.value === 0) return <SignInForm {...surroundings} />;
  return (
    <div class="panel">
      <p>{signInFirst}</p>
    </div>
  );
}
