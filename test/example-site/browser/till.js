/** @param {number} pence */
const pounds = (pence) => (pence / 100).toLocaleString("en-GB", { style: "currency", currency: "GBP" });

const passbook = document.querySelector("#passbook");
const till = document.querySelector("#till");
const transfer = document.querySelector("#transfer");
const said = document.querySelector("#said");

const words = {
  not_signed_in: "Sign in again to send money.",
  second_step: "Sending money takes two-factor authentication. Turn it on under Security, then send again.",
  fresh_code: "That took too long. Nothing was sent; send it again.",
  too_little: "There is not enough in the account for that.",
  no_transfer: "Say to whom, and how much.",
};

/**
 * The part of a page that has nothing to do with how somebody signs in: the account, and the form that sends money.
 *
 * @param {object} door
 * @param {() => Promise<string>} door.token a token for our own server that says who this is, and how they proved it
 * @param {(reason: string) => Promise<boolean>} door.prove asks for a fresh code; false when the person would rather not
 */
export function createTill({ token, prove }) {
  const ask = async (path, body) => {
    const response = await fetch(`/api${path}`, {
      method: body ? "POST" : "GET",
      headers: { Authorization: `Bearer ${await token()}`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return { ok: response.ok, answer: await response.json() };
  };
  const show = ({ balance, transfers }) => {
    passbook.querySelector("#balance").value = pounds(balance);
    passbook.querySelector("#ledger").replaceChildren(
      ...transfers.map(({ to, amount }) => {
        const line = document.createElement("li");
        line.append(to, Object.assign(document.createElement("span"), { textContent: `−${pounds(amount)}` }));
        return line;
      }),
    );
  };

  transfer.addEventListener("submit", async (event) => {
    event.preventDefault();
    said.textContent = "";
    const wish = Object.fromEntries(new FormData(transfer));
    // The protected action, in three lines: a fresh code, a token that tells of it, and our own server, which checks it.
    if (!(await prove(`You are sending ${pounds(wish.amount * 100)} to ${wish.to}.`))) return;
    const { ok, answer } = await ask("/transfers", wish);
    said.textContent = ok ? `Sent to ${wish.to}.` : words[answer.why];
    if (answer.why === "second_step") document.querySelector("#security")?.setAttribute("open", "");
    if (!ok) return;
    show(answer);
    transfer.reset();
  });

  return {
    async open() {
      const { ok, answer } = await ask("/account");
      if (!ok) return;
      show(answer);
      passbook.hidden = till.hidden = false;
    },
    close() {
      passbook.hidden = till.hidden = true;
      said.textContent = "";
    },
  };
}
