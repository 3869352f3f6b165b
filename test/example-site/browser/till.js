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
 * @param {() => Promise<string | null>} door.token for our own server: says who this is and how they proved it; null for nobody
 * @param {(reason: string) => Promise<boolean>} door.prove asks for a fresh code; false when the person would rather not
 */
export function createTill({ token, prove }) {
  const ask = async (path, body) => {
    const proof = await token();
    if (!proof) return { ok: false, answer: { why: "not_signed_in" } };
    const response = await fetch(`/api${path}`, {
      method: body ? "POST" : "GET",
      headers: { Authorization: `Bearer ${proof}`, "Content-Type": "application/json" },
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

  const refuse = (why) => {
    said.textContent = words[why];
    if (why === "second_step") document.querySelector("#security")?.setAttribute("open", "");
  };

  transfer.addEventListener("submit", async (event) => {
    event.preventDefault();
    said.textContent = "";
    const wish = Object.fromEntries(new FormData(transfer));
    const { answer: account } = await ask("/account");
    const why = account.why ?? account.missing;
    if (why && why !== "fresh_code") return refuse(why);

    // The protected action: a fresh code, a token that tells of it, and our own server, which looks for itself.
    if (!(await prove(`You are sending ${pounds(wish.amount * 100)} to ${wish.to}.`))) return;
    const { ok, answer } = await ask("/transfers", wish);
    if (!ok) return refuse(answer.why);
    said.textContent = `Sent to ${wish.to}.`;
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
