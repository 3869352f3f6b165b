import { useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { useFocusOnArrival } from "../focus.ts";
import { FormProblem } from "../problem.tsx";
import { useWords } from "../words.tsx";
import { createAddressRequest } from "./ask-for-address-state.ts";
import type { WayIn } from "./state.ts";
import { ToSignIn } from "./to-sign-in.tsx";
import { createUnlock } from "./unlock-state.ts";

/** Offered where a sign-in is slowed down: the mail that lets its owner in although others have tried. */
export function OfferUnlock({ way }: { way: WayIn }) {
  const { links, problems } = useWords();
  const [{ form, submit }] = useState(() => createAddressRequest(way, "unlock"));
  const { attempt } = form;
  return (
    <div class="stack tight">
      <p>{links.offer}</p>
      <Button wide busy={attempt.pending.value} disabled={attempt.blocked.value} onClick={() => void submit()}>
        {links.mailLink}
      </Button>
      <FormProblem attempt={attempt} texts={problems.anywhere} />
    </div>
  );
}

/** The mail is on its way, if there is such an account. */
export function UnlockSent({ way }: { way: WayIn }) {
  const { links } = useWords();
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div class="stack">
      <h1 ref={heading} tabIndex={-1}>
        {links.sentTitle}
      </h1>
      <p>{links.sentLead(way.email.value.trim())}</p>
      <ToSignIn way={way} />
    </div>
  );
}

/** The link of that mail was opened: asks before it is used. */
export function UnlockByLink({ way, link }: { way: WayIn; link: string }) {
  const { links, problems } = useWords();
  const [{ attempt, run }] = useState(() => createUnlock(way, link));
  return (
    <div class="stack">
      <h1>{links.unlockTitle}</h1>
      <p>{links.unlockLead}</p>
      <FormProblem attempt={attempt} texts={problems.anywhere} />
      <Button
        kind="primary"
        wide
        busy={attempt.pending.value}
        disabled={attempt.blocked.value}
        onClick={() => void run()}
      >
        {links.unlock}
      </Button>
      <ToSignIn way={way} />
    </div>
  );
}
