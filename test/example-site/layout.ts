import { html, raw } from "hono/html";

/** What is between the tags; `html` escapes what is put into it. */
export type Html = ReturnType<typeof html>;

const ways = [
  { path: "/", name: "In the page", how: "Latchkey's element" },
  { path: "/own", name: "Our own form", how: "latchkey-client" },
  { path: "/redirect", name: "By redirect", how: "OpenID Connect" },
] as const;

/** One of our pages. `scripts` are the addresses of its modules. */
export function page(path: (typeof ways)[number]["path"], body: Html | Promise<Html>, scripts: string[] = []) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Little Harbour Savings</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
        ${scripts.map((script) => html`<script type="module" src="${script}"></script>`)}
      </head>
      <body>
        <header>
          <a class="name" href="/"><b>Little Harbour</b> Savings</a>
          <p>An example site. The money is made up; the sign-in is Latchkey's.</p>
          <nav aria-label="Ways to sign in">
            ${ways.map(
              (way) =>
                html`<a href="${way.path}" ${way.path === path ? raw('aria-current="page"') : ""}>
                  <b>${way.name}</b> <span>${way.how}</span>
                </a>`,
            )}
          </nav>
        </header>
        <main>${body}</main>
      </body>
    </html>`;
}

/** The form by which money is sent; `attributes` say where to, where no script does it. */
export function transferForm(attributes = "") {
  return html`<form id="transfer" ${raw(attributes)}>
    <h2>Send money</h2>
    <div class="row">
      <label>To <input name="to" required maxlength="60" autocomplete="off" /></label>
      <label>Amount <input name="amount" type="number" required min="0.01" step="0.01" inputmode="decimal" /></label>
    </div>
    <button>Send</button>
    <p class="why">Money leaves only after a fresh code.</p>
  </form>`;
}

/** How a page does it, in the lines that matter. */
export function howItIsDone(words: string, lines: string[]) {
  return html`<aside>
    <h2>How this page does it</h2>
    <p>${words}</p>
    <pre tabindex="0"><code>${lines.join("\n")}</code></pre>
  </aside>`;
}
