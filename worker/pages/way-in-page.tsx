import { SignIn } from "../../shared/panel/sign-in.tsx";
import { nextPage } from "./next-page.ts";
import { client } from "./page-client.ts";
import { PageFrame } from "./page-frame.tsx";
import { pageLocale } from "./page-words.ts";
import { startPage } from "./start-page.tsx";

/** A page with the way in, begun at `start`; it leads on to where the person was going. */
export async function startWayIn(title: string, start: "sign-in" | "create"): Promise<void> {
  const goOn = () => location.replace(nextPage(new URL(location.href)));
  startPage(
    title,
    <PageFrame narrow>
      <div class="way-in">
        <SignIn client={client} locale={pageLocale} start={start} onSignedIn={goOn} />
      </div>
    </PageFrame>,
  );
  const session = await client.session.get();
  if (session.ok) goOn();
}
