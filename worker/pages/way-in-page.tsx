import type { SignInStep } from "../../shared/panel/sign-in/state.ts";
import { SignIn } from "../../shared/panel/sign-in.tsx";
import { afterSignIn } from "./after-sign-in.ts";
import { CookiesBlocked } from "./cookies-blocked.tsx";
import { findDestination } from "./destination.ts";
import { client } from "./page-client.ts";
import { PageFrame } from "./page-frame.tsx";
import { thisVisit } from "./page-history.ts";
import { pageLocale } from "./page-words.ts";
import { SigningInTo } from "./site-line.tsx";
import { startPage } from "./start-page.tsx";
import { stepsInHistory, wayInProgress } from "./way-in-progress.ts";

/** A page with the way in, begun at `start`; it leads on to where the person was going. */
export async function startWayIn(title: string, start: "sign-in" | "create"): Promise<void> {
  const visitor = client.session.get();
  const { address, site, email } = await findDestination(new URL(location.href));
  const begin: SignInStep = start === "create" ? { at: "create" } : { at: "password" };
  const visit = thisVisit();
  const progress = wayInProgress(visit);
  const kept = progress.read();
  const step = stepsInHistory(visit, kept?.step ?? begin, begin);
  startPage(
    title,
    <PageFrame narrow>
      <div class="way-in">
        <CookiesBlocked />
        <SigningInTo site={site} />
        <SignIn
          client={client}
          locale={pageLocale}
          kept={kept ?? { step: begin, email, proof: null }}
          step={step}
          onProgress={progress.keep}
          onSignedIn={() => {
            progress.keep(null);
            void afterSignIn(address);
          }}
        />
      </div>
    </PageFrame>,
  );
  if ((await visitor).ok) location.replace(address);
}
