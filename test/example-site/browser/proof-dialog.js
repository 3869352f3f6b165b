import { labels, problemText } from "/words.js";

const dialog = document.querySelector("#proof");
const [form] = dialog.children;

/**
 * Asks for a fresh proof in our own dialog, as often as it takes; what `createStepUp` of latchkey-client wants to be given.
 *
 * @param {string} reason what it is for
 */
export function askForProof(reason) {
  return async ({ methods: [method], prove, sendEmailCode }) => {
    const sent = method === "email" ? await sendEmailCode() : undefined;
    document.querySelector("#proof-reason").textContent = reason;
    document.querySelector("#proof-label").textContent = labels[method](sent?.ok ? sent.value.sentTo : "");
    form.elements.proof.type = method === "password" ? "password" : "text";
    let answer = sent;
    while (!answer?.ok || answer === sent) {
      document.querySelector("#proof-problem").textContent = answer?.ok ? "" : problemText(answer);
      const typed = await ask();
      if (typed === null) return;
      answer = await prove(method === "password" ? { password: typed } : { method, code: typed });
    }
  };
}

/** Shows the dialog once; null when the person would rather not. */
function ask() {
  form.reset();
  dialog.returnValue = "leave";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "send" ? form.elements.proof.value : null), {
      once: true,
    });
  });
}
