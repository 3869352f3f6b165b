import { html } from "hono/html";
import { howItIsDone, page, transferForm } from "./layout.ts";

/** Where a page finds Latchkey, and how it keeps the session. */
interface Whereabouts {
  service: string;
  /** `cookie` where this site and the service are of one site, else `bearer`. */
  session: "cookie" | "bearer";
}

/** Latchkey's own elements in our page: one script of the service, two tags. */
export function elementPage({ service, session }: Whereabouts) {
  return page(
    "/",
    html`<section class="sheet">
        <h1>Your passbook</h1>
        ${passbook}
        <latchkey-sign-in service="${service}" session="${session}" keep="tab"></latchkey-sign-in>
      </section>
      <section class="sheet" id="till" hidden>
        <p role="status" id="said"></p>
        ${transferForm()}
      </section>
      <details class="sheet" id="security">
        <summary>Security of your account</summary>
        <latchkey-security service="${service}" session="${session}" keep="tab"></latchkey-security>
      </details>
      ${elementInBrief}`,
    [`${service}/elements.js`, "/element-way.js"],
  );
}

/** Our own form, which speaks to the service by `latchkey-client`. */
export function ownPage({ service, session }: Whereabouts) {
  return page(
    "/own",
    html`<section class="sheet" id="own" data-service="${service}" data-session="${session}">
        <h1>Your passbook</h1>
        ${passbook}
        <p role="alert" id="problem"></p>
        <form id="password-step">
          <label>E-mail <input name="email" type="email" required autocomplete="username" /></label>
          <label>Password <input name="password" type="password" required autocomplete="current-password" /></label>
          <button>Sign in</button>
          <p class="why">No account yet? <a href="${service}/create-account">Create one at Latchkey</a>.</p>
        </form>
        <form id="code-step" hidden>
          <label><span id="code-label"></span>
            <input name="code" required autocomplete="one-time-code" maxlength="40" /></label>
          <button>Continue</button>
          <p class="ways" id="ways"></p>
        </form>
        <p id="signed-in" hidden>Signed in as <b id="who"></b> <button class="quiet" id="sign-out">Sign out</button></p>
      </section>
      <section class="sheet" id="till" hidden>
        <p role="status" id="said"></p>
        ${transferForm()}
      </section>
      <dialog id="proof">
        <form method="dialog">
          <h2>Is it you?</h2>
          <p id="proof-reason"></p>
          <p role="alert" id="proof-problem"></p>
          <label><span id="proof-label"></span> <input name="proof" required autocomplete="one-time-code" /></label>
          <div class="row">
            <button value="send">Confirm</button>
            <button class="quiet" value="leave" formnovalidate>Cancel</button>
          </div>
        </form>
      </dialog>
      ${ownInBrief}`,
    ["/own-way.js"],
  );
}

const passbook = html`<div id="passbook" hidden>
  <p class="balance"><output id="balance"></output></p>
  <ul class="ledger" id="ledger"></ul>
</div>`;

const elementInBrief = howItIsDone(
  "One script and two tags of Latchkey, in our colours. Our server checks a token, and asks nobody.",
  [
    '<script type="module" src="…/elements.js"></script>',
    "<latchkey-sign-in></latchkey-sign-in>",
    "",
    "await door.stepUp({ reason }); // a fresh code",
    'await latchkey.token.issue({ aud: "little-harbour" });',
    "",
    "// on our server, with jose",
    "await jwtVerify(token, keys, { issuer, audience });",
  ],
);

const ownInBrief = howItIsDone("The form is ours; latchkey-client says what to ask for next, and keeps the session.", [
  "const latchkey = createLatchkey({ service });",
  "const signIn = createSignIn(latchkey, (step) => {",
  "  show(step.at, step.problem);",
  "});",
  "await signIn.start({ email, password });",
  "await signIn.prove(code);",
  "",
  "const stepUp = createStepUp(latchkey, askForCode);",
  "await stepUp.ensure(); // a fresh code",
]);
