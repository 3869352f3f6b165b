import type { clipboard as english } from "../en/clipboard.ts";

/** What is said about copied codes in the clipboard, in Spanish. */
export const clipboard: typeof english = {
  offer: "¿Borrar del portapapeles los códigos copiados al cabo de un minuto?",
  why: "Para borrar un código solo si sigue ahí, Latchkey tiene que mirar entonces el portapapeles. El navegador te preguntará; no mira en ningún otro momento.",
  turnOn: "Activar",
  notNow: "No",
  setting: "Borrar los códigos copiados al cabo de un minuto",
  hint: "Solo si el portapapeles aún contiene el código. Si cierras antes el navegador, el código se queda; pasado su tiempo no sirve de nada.",
  refused: "El navegador no lo ha permitido; los códigos copiados se quedan en el portapapeles.",
};
