import { createLatchkey } from "/latchkey-client.js";
import { createTill } from "/till.js";

const door = document.querySelector("latchkey-sign-in");

// The element has the session; the client goes by the same one, for what the element does not do.
const latchkey = createLatchkey({
  service: door.getAttribute("service"),
  session: door.getAttribute("session"),
  storage: sessionStorage,
});

const till = createTill({
  async token() {
    const issued = await latchkey.token.issue({ aud: "little-harbour" });
    return issued.ok ? issued.value.token : null;
  },
  prove: (reason) => door.stepUp({ reason }),
});

door.addEventListener("latchkey-signed-in", till.open);
door.addEventListener("latchkey-signed-out", till.close);
door.addEventListener("latchkey-session-end", till.close);
