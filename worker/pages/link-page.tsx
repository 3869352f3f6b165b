import type { SignInStep, WayInProgress } from "../../shared/panel/sign-in/state.ts";
import { SignIn } from "../../shared/panel/sign-in.tsx";
import { afterSignIn } from "./after-sign-in.ts";
import { CookiesBlocked } from "./cookies-blocked.tsx";
import { keepUnlock, keptUnlock } from "./kept-unlock.ts";
import { findLivingLink } from "./link-check.ts";
import { forgetMailedLink, takeMailedLink } from "./mailed-link.ts";
import { client } from "./page-client.ts";
import { PageFrame } from "./page-frame.tsx";
import { pageLocale } from "./page-words.ts";
import { startPage } from "./start-page.tsx";

/**
 * A page behind a link in a mail that leads into the account: it asks first, and says so where the link does nothing any
 * more. It works in whichever browser it is opened.
 */
export async function startLinkPage(title: string, purpose: "reset" | "unlock"): Promise<void> {
  const link = takeMailedLink();
  const unlock = link === "" && purpose === "unlock" ? keptUnlock() : null;
  const living = unlock ? null : await findLivingLink(link, purpose);
  const first = unlock ? ({ at: "password" } as const) : firstStep(link, purpose, living !== null);
  const keepUp = ({ step, unlock: given }: WayInProgress) => {
    if (step.at !== first.at) forgetMailedLink();
    keepUnlock(given ?? null);
  };
  startPage(
    title,
    <PageFrame narrow>
      <div class="way-in">
        <CookiesBlocked />
        <SignIn
          client={client}
          locale={pageLocale}
          kept={{ step: first, email: living?.email ?? "", proof: null, unlock }}
          onProgress={keepUp}
          onSignedIn={() => void afterSignIn("/profile")}
        />
      </div>
    </PageFrame>,
  );
}

/** What is asked first: for an address where there is no link, else whether to use it, where it still does something. */
function firstStep(link: string, purpose: "reset" | "unlock", lives: boolean): SignInStep {
  if (link === "") return { at: purpose };
  return lives ? { at: `${purpose}_link`, link } : { at: "link_expired", purpose };
}
