import { SignIn } from "../../shared/panel/sign-in.tsx";
import { afterSignIn } from "./after-sign-in.ts";
import { findDestination } from "./destination.ts";
import { client } from "./page-client.ts";
import { PageFrame } from "./page-frame.tsx";
import { pageLocale } from "./page-words.ts";
import { SigningInTo } from "./site-line.tsx";
import { startPage } from "./start-page.tsx";

/** A page with the way in, begun at `start`; it leads on to where the person was going. */
export async function startWayIn(title: string, start: "sign-in" | "create"): Promise<void> {
  const visitor = client.session.get();
  const { address, site, email } = await findDestination(new URL(location.href));
  const step = start === "create" ? ({ at: "create" } as const) : ({ at: "password" } as const);
  startPage(
    title,
    <PageFrame narrow>
      <div class="way-in">
        <SigningInTo site={site} />
        <SignIn
          client={client}
          locale={pageLocale}
          kept={{ step, email, proof: null }}
          onSignedIn={() => void afterSignIn(address)}
        />
      </div>
    </PageFrame>,
  );
  if ((await visitor).ok) location.replace(address);
}
