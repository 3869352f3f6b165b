import type { elements as english } from "../en/elements.ts";

/** What the drop-in elements say beside the panel, in Spanish. */
export const elements: typeof english = {
  notAllowed: "Aún no se puede iniciar sesión en esta página.",
  notKept: "Este navegador no mantiene tu sesión en esta página.",
  unreachable: "Ahora mismo no se puede iniciar sesión. Comprueba tu conexión y vuelve a probar.",
  signInAt: (host) => `Inicia sesión en ${host}`,
  signedInAs: "Sesión iniciada como",
  signOut: "Cerrar sesión",
  notSignedOut: "No hay conexión con el servidor, así que tu sesión sigue abierta. Vuelve a probar en un momento.",
  signInFirst: "Inicia sesión en esta página para ver la seguridad de tu cuenta.",
};
