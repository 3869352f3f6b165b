import { createLatchkey, createSignIn, createStepUp } from "/latchkey-client.js";
import { askForProof } from "/proof-dialog.js";
import { createTill } from "/till.js";
import { labels, problemText } from "/words.js";

const place = document.querySelector("#own");
const part = (id) => document.getElementById(id);

const latchkey = createLatchkey({
  ...place.dataset,
  storage: sessionStorage,
  onSessionEnd() {
    signIn.restart();
    part("problem").textContent = "Your session has ended. Sign in again.";
  },
});

const till = createTill({
  async token() {
    const issued = await latchkey.token.issue({ aud: "little-harbour" });
    return issued.ok ? issued.value.token : null;
  },
  prove: async (reason) => (await createStepUp(latchkey, askForProof(reason)).ensure()).ok,
});

// Everything that is shown follows from the step.
const signIn = createSignIn(latchkey, (step) => {
  part("problem").textContent = problemText(step.problem);
  part("password-step").hidden = step.at !== "password";
  part("code-step").hidden = step.at !== "second_step";
  part("signed-in").hidden = step.at !== "complete";
  if (step.at === "second_step") showSecondStep(step);
  if (step.at === "complete") welcome(step.account);
  else till.close();
});

function askForPasskey() {
  return signIn.provePasskey(async (options) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const passkey = await navigator.credentials.get({ publicKey }).catch(() => null);
    return passkey?.toJSON() ?? null;
  });
}

function showSecondStep({ method, methods, sentTo }) {
  part("code-label").textContent = labels[method](sentTo);
  part("code-step").reset();
  part("code-step").elements.code.focus();
  const others = methods.filter((each) => each !== method || each === "passkey");
  part("ways").replaceChildren(
    ...others.map((each) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet" });
      button.textContent = `Use ${{ app: "the app", email: "e-mail", passkey: "a passkey", recovery: "a recovery code" }[each]}`;
      button.addEventListener("click", () => (each === "passkey" ? askForPasskey() : signIn.choose(each)));
      return button;
    }),
  );
}

function welcome({ email }) {
  part("who").textContent = email;
  part("signed-in").hidden = false;
  part("password-step").hidden = true;
  till.open();
}

part("password-step").addEventListener("submit", (event) => {
  event.preventDefault();
  signIn.start(Object.fromEntries(new FormData(event.target)));
});
part("code-step").addEventListener("submit", (event) => {
  event.preventDefault();
  signIn.prove(event.target.elements.code.value);
});
part("sign-out").addEventListener("click", async () => {
  await latchkey.session.end();
  part("password-step").reset();
  signIn.restart();
});

// Somebody may be signed in already.
const who = await latchkey.session.get();
if (who.ok) welcome(who.value.account);
