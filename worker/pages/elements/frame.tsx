import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Locale } from "../../../shared/contract/account.ts";
import { Loading } from "../../../shared/panel/loading.tsx";
import { StepUpDialog } from "../../../shared/panel/step-up/dialog.tsx";
import type { StepUp } from "../../../shared/panel/step-up/state.ts";
import { LocaleProvider, useWords } from "../../../shared/panel/words.tsx";
import { Button } from "../../../shared/ui/button.tsx";
import "../../../shared/ui/tokens.css";
import "../../../shared/ui/controls.css";
import "../../../shared/ui/forced-colors.css";
import "../../../shared/panel/panel.css";
import "./theme.css";
import { useElementWords } from "./element-words.ts";
import type { PageSession } from "./page-session.ts";
import { adviceOn, type NoSession } from "./why-no-answer.ts";

interface FrameProps {
  session: PageSession;
  locale: Locale;
  /** The questions that the page itself has the element ask. */
  stepUp: StepUp;
  /** Where the page has an element for signing in, that one says what is amiss. */
  defersToDoor: boolean;
  children: ComponentChildren;
}

/** What is around an element's own screen: its language, what stands in its place while there is none, and questions. */
export function Frame({ session, locale, stepUp, defersToDoor, children }: FrameProps) {
  const state = session.state.value;
  const { is } = state;
  const isSilent = defersToDoor && session.doors.value > 0;
  return (
    <LocaleProvider locale={locale}>
      <div lang={locale}>
        <div class="screen-of-element">
          {is === "unknown" && (
            <div class="panel">
              <Loading />
            </div>
          )}
          {(is === "not_allowed" || is === "unreachable" || is === "not_kept") && !isSilent && (
            <NotHere session={session} why={is} />
          )}
          {children}
        </div>
        <StepUpDialog
          client={session.client(locale)}
          stepUp={stepUp}
          email={"account" in state ? state.account.email : ""}
        />
      </div>
    </LocaleProvider>
  );
}

/** One line to the person, and one to whoever builds the page. */
function NotHere({ session, why }: { session: PageSession; why: NoSession }) {
  const words = useElementWords();
  const { tryAgain } = useWords();
  const { service } = session;
  useEffect(() => console.warn(adviceOn(why, service, location.origin)), [why, service]);
  if (why === "unreachable") {
    return (
      <div class="panel">
        <p role="status">{words.unreachable}</p>
        <Button onClick={() => void session.find()}>{tryAgain}</Button>
      </div>
    );
  }
  return (
    <div class="panel">
      <p role="status">
        {why === "not_kept" ? words.notKept : words.notAllowed}{" "}
        <a class="link" href={service} target="_blank" rel="noopener">
          {words.signInAt(new URL(service).host)}
        </a>
      </p>
    </div>
  );
}
