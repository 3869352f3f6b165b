import type { clipboard as english } from "../en/clipboard.ts";

/** What is said about copied codes in the clipboard, in Spanish. */
export const clipboard: typeof english = {
  offer: "¿Borrar los códigos copiados tras un minuto?",
  why: "El navegador pide permiso porque Latchkey comprueba una vez si el código sigue ahí. No lee el portapapeles en ningún otro momento.",
  turnOn: "Activar",
  notNow: "No",
  setting: "Borrar los códigos copiados al cabo de un minuto",
  hint: "Solo si el portapapeles aún contiene el código y el navegador sigue abierto.",
  refused: "El navegador no lo ha permitido; los códigos copiados se quedan en el portapapeles.",
};
