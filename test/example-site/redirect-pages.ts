import { html } from "hono/html";
import { accountOf } from "./bank.ts";
import { howItIsDone, page, transferForm } from "./layout.ts";
import type { Person } from "./oidc.ts";

const outcomes: Record<string, string> = {
  sent: "Sent.",
  too_little: "There is not enough in the account for that.",
  second_step: "Sending money takes two-factor authentication. Turn it on at Latchkey, then send again.",
  fresh_code: "That took too long. Nothing was sent; send it again.",
  left: "Nothing was sent.",
};

const how = howItIsDone("openid-client from npm, unmodified. A transfer goes to Latchkey and back for a fresh code.", [
  "const latchkey = await discovery(service, id, …);",
  "buildAuthorizationUrl(latchkey, {",
  "  …, max_age: 0, // prove it now",
  "});",
  "// when they are back",
  "const tokens = await authorizationCodeGrant(",
  "  latchkey, address, { …, maxAge: 0 },",
  ");",
  "tokens.claims(); // sub, auth_time, amr",
]);

/** What somebody sees who is not signed in. */
export function strangerPage() {
  return page(
    "/redirect",
    html`<section class="sheet">
      <h1>Your passbook</h1>
      <p>You sign in at Latchkey and come back. This page has no script at all.</p>
      <a class="button" href="/redirect/sign-in">Sign in with Latchkey</a>
    </section>
    ${how}`,
  );
}

/** The account of somebody who is signed in, and how the last transfer went. */
export function passbookPage({ id, email }: Person, done: string | undefined) {
  const { balance, transfers } = accountOf(id);
  const outcome = outcomes[done ?? ""];
  return page(
    "/redirect",
    html`<section class="sheet">
        <h1>Your passbook</h1>
        <p class="balance"><output>${pounds(balance)}</output></p>
        <p>Signed in as <b>${email}</b></p>
        <ul class="ledger">
          ${transfers.map(({ to, amount }) => html`<li><span>${to}</span> <span>−${pounds(amount)}</span></li>`)}
        </ul>
        <form method="post" action="/redirect/sign-out"><button class="quiet">Sign out</button></form>
      </section>
      <section class="sheet">
        <p role="status">${outcome}</p>
        ${transferForm('method="post" action="/redirect/transfers"')}
      </section>
      ${how}`,
  );
}

function pounds(pence: number): string {
  return (pence / 100).toLocaleString("en-GB", { style: "currency", currency: "GBP" });
}
