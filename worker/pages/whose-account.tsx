import { render } from "preact";
import { LocaleProvider } from "../../shared/panel/words.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { client, shown } from "./page-client.ts";
import { PageFrame } from "./page-frame.tsx";
import { pageLocale, words } from "./page-words.ts";

/**
 * Sees to it that a page shows an account only while its owner is signed in here: it asks whenever somebody comes back to
 * it, by Back too, and whenever a call was refused because another person is (promise S4c). What a browser keeps for
 * Back is empty until it has asked.
 */
export function watchWhoseAccount(): void {
  shown.onOther = () => void askWhose(false);
  addEventListener("focus", () => void askWhose(false));
  addEventListener("pagehide", () => {
    document.body.hidden = true;
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void askWhose(true);
    else document.body.hidden = false;
  });
}

/** `isBack`: the page was kept, and nothing of it may be seen before its owner is known to be signed in. */
async function askWhose(isBack: boolean): Promise<void> {
  const was = shown.id;
  if (was === null && !isBack) return;
  const who = await client.session.get();
  if (who.ok && who.value.account.id === was) document.body.hidden = false;
  else if (who.ok && was !== null) showOther(who.value.account.email);
  // Begins anew, and leads to the sign-in where nobody is signed in. In the midst of something, the next call does.
  else if (isBack) location.reload();
}

function showOther(email: string): void {
  render(null, document.body);
  render(
    <LocaleProvider locale={pageLocale}>
      <PageFrame narrow>
        <section class="card">
          <h1>{words.otherAccount.title}</h1>
          <p role="status">{words.otherAccount.lead(email)}</p>
          <Button kind="primary" onClick={() => location.reload()}>
            {words.otherAccount.goOn}
          </Button>
        </section>
      </PageFrame>
    </LocaleProvider>,
    document.body,
  );
  document.body.hidden = false;
}
