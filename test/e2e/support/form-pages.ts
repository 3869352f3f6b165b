/** Pages with a form for a code in each shape that sites have, by path. */
export const formPages: Record<string, string> = {
  "/blank": page("<h1>Nothing here</h1>"),
  "/one-time-code": page(`<h1>Sign in</h1><label>Number from your app <input autocomplete="one-time-code"></label>`),
  "/named": page(
    `<h1>Two-factor authentication</h1><input name="user" value="ana"><p>Code</p><input id="app_totp" name="app_totp" maxlength="6">`,
  ),
  "/labelled": page(
    `<h1>Verificación en dos pasos</h1><label for="c">Código de un solo uso</label><input id="c" inputmode="numeric">`,
  ),
  "/boxes": page(
    `<h1>Enter the 6-digit code</h1><div class="boxes">${'<input maxlength="1" inputmode="numeric" aria-label="Digit">'.repeat(6)}</div>
     <script>const all = [...document.querySelectorAll(".boxes input")];
       all.forEach((box, at) => box.addEventListener("input", () => box.value && all[at + 1]?.focus()));</script>`,
  ),
  "/boxes-by-paste": page(
    `<h1>Two-step verification code</h1><div class="boxes">${'<input maxlength="1">'.repeat(6)}</div>
     <script>const all = [...document.querySelectorAll(".boxes input")]; let held = "";
       const show = () => all.forEach((box, at) => { box.value = held[at] ?? ""; });
       document.querySelector(".boxes").addEventListener("input", show);
       document.querySelector(".boxes").addEventListener("paste", (event) => { held = event.clipboardData.getData("text"); show(); });</script>`,
  ),
  "/shadow": page(
    `<h1>Two-factor authentication</h1><sign-in></sign-in><script>
       customElements.define("sign-in", class extends HTMLElement {
         connectedCallback() {
           const tree = this.attachShadow({ mode: "closed" });
           tree.innerHTML = '<label>Authenticator code <input name="otp"></label>';
           tree.querySelector("input").addEventListener("input", (event) => { this.dataset.heard = event.target.value; });
         }
       });</script>`,
  ),
  "/controlled": page(
    // As React does it: the property of the element is its own, and what it does not hear of is put back.
    `<h1>Two-factor authentication</h1><input name="otp"><script>
       const field = document.querySelector("input"); let state = "";
       const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value"); let tracked = "";
       Object.defineProperty(field, "value", { get() { return get.call(this); }, set(text) { tracked = text; set.call(this, text); } });
       field.addEventListener("input", () => { const now = get.call(field); if (now !== tracked) { tracked = now; state = now; } set.call(field, state); });
       setInterval(() => { if (get.call(field) !== state) set.call(field, state); }, 20);</script>`,
  ),
  "/stubborn": page(
    `<h1>Two-factor authentication</h1><input name="otp"><script>setInterval(() => { document.querySelector("input").value = ""; }, 10);</script>`,
  ),
  "/frame": page(`<h1>Sign in</h1><iframe src="/one-time-code" width="400" height="200"></iframe>`),
  "/foreign-frame": page(`<h1>Sign in</h1><iframe src="OTHER/one-time-code" width="400" height="200"></iframe>`),
  "/code-and-foreign-frame": page(
    `<label>Code <input name="otp"></label><iframe src="OTHER/one-time-code" width="400" height="200"></iframe>`,
  ),
  "/frame-in-foreign": page(
    `<h1>Sign in</h1><iframe src="OTHER/frame-of-localhost" width="400" height="300"></iframe>`,
  ),
  "/srcdoc": page(
    `<h1>Sign in</h1><iframe srcdoc="<label>Authenticator code <input name=c></label>" width="400" height="200"></iframe>`,
  ),
  "/blank-frame": page(
    `<h1>Sign in</h1><iframe width="400" height="200"></iframe><script>
       document.querySelector("iframe").contentDocument.body.innerHTML = "<label>Authenticator code <input name=c></label>";</script>`,
  ),
  "/blob-frame": page(
    `<h1>Sign in</h1><iframe width="400" height="200"></iframe><script>
       const form = new Blob(["<label>Authenticator code <input name=c></label>"], { type: "text/html" });
       document.querySelector("iframe").src = URL.createObjectURL(form);</script>`,
  ),
  "/sandbox": page(
    `<h1>Sign in</h1><iframe sandbox="allow-scripts" src="/one-time-code" width="400" height="200"></iframe>`,
  ),
  "/answer": page(
    `<h1>Two-factor authentication</h1><label>Answer <input name="answer"></label><label>Code <input name="code"></label>`,
  ),
  "/ambiguous": page(
    `<h1>Almost there</h1><label>Code <input name="code"></label><label>PIN <input name="pin"></label>`,
  ),
  "/recovery": page(`<h1>Two-factor authentication</h1><label>Recovery code <input name="recovery_code"></label>`),
  "/message": page(
    `<h1>Check it is you</h1><p>We've sent a code to +34 ••• 12.</p><label>Code <input autocomplete="one-time-code"></label>`,
  ),
};

/** A page whose form says so when it is submitted, which filling never does. */
function page(form: string): string {
  return `<!doctype html><html lang="en"><title>Example</title><style>body{font:16px sans-serif;margin:40px}.boxes{display:flex;gap:8px}.boxes input{width:40px;height:48px}label{display:block;margin:12px 0}</style>
    <form onsubmit="event.preventDefault(); document.title = 'SUBMITTED'">${form}<button>Go on</button></form></html>`;
}
