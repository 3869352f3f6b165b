import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { WhoIsThis } from "../../shared/contract/session.ts";
import { createAttempt } from "../../shared/panel/attempt.ts";
import { FormProblem } from "../../shared/panel/problem.tsx";
import { ProveItsYou } from "../../shared/panel/step-up/dialog.tsx";
import { createStepUp } from "../../shared/panel/step-up/state.ts";
import { LocaleProvider, useWords } from "../../shared/panel/words.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { type Destination, findDestination } from "./destination.ts";
import { signInAddress } from "./next-page.ts";
import { client } from "./page-client.ts";
import { PageFrame } from "./page-frame.tsx";
import { pageLocale, words } from "./page-words.ts";
import { SiteLine } from "./site-line.tsx";
import { startPage } from "./start-page.tsx";

/** A site wants to know again that it is the person who is signed in: asks for the proof, and goes back to the site. */
function ConfirmPage({ who, destination }: { who: WhoIsThis; destination: Destination }) {
  const { problems } = useWords();
  const { site, address } = destination;
  const [loading] = useState(createAttempt);
  const [stepUp] = useState(() => createStepUp(() => location.replace(signInAddress(address))));
  const leaving = useSignal(false);
  const ask = async () => {
    const answer = await loading.run(() => client.stepUp.methods());
    if (answer?.ok) {
      if (await stepUp.ask(answer.value)) location.replace(address);
    } else if (answer?.code === "not_signed_in") stepUp.end();
  };
  const leave = async () => {
    leaving.value = true;
    const answer = await client.session.end();
    if (answer.ok || answer.code === "not_signed_in") location.replace(signInAddress(address));
    else leaving.value = false;
  };
  useEffect(() => void ask(), []);
  const question = stepUp.question.value;
  return (
    <div class="way-in">
      {site !== null && <SiteLine site={site} lead={words.site.confirming} />}
      <div class="panel sign-in stack">
        <h1>{words.confirm.title}</h1>
        <p>{words.confirm.signedInAs(who.account.email)}</p>
        <FormProblem attempt={loading} texts={problems.anywhere} />
        {question && <ProveItsYou client={client} stepUp={stepUp} question={question} email={who.account.email} />}
        <Button kind="link" busy={leaving.value} onClick={() => void leave()}>
          {words.confirm.another}
        </Button>
      </div>
    </div>
  );
}

const [destination, visitor] = await Promise.all([findDestination(new URL(location.href)), client.session.get()]);
if (visitor.ok) {
  startPage(
    words.confirm.title,
    <LocaleProvider locale={pageLocale}>
      <PageFrame narrow>
        <ConfirmPage who={visitor.value} destination={destination} />
      </PageFrame>
    </LocaleProvider>,
  );
} else location.replace(signInAddress(destination.address));
