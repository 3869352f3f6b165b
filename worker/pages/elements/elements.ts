import { SecurityElement } from "./security-element.tsx";
import { SignInElement } from "./sign-in-element.tsx";

const elements = { "latchkey-sign-in": SignInElement, "latchkey-security": SecurityElement };

// A page that loads the script twice keeps the first.
for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element);
}
