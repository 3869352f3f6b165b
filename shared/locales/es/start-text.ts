import type { startText as english } from "../en/start-text.ts";

/** The same in Spanish. */
export const startText: typeof english = {
  slow: "Si no aparece nada más, puede que tu navegador sea demasiado antiguo o que bloquee esta página. Usa Safari 16.4 o iOS 16.4, Chrome 120, Firefox 121 o una versión posterior, permite los scripts en este sitio y recarga la página.",
  noScript: "Latchkey necesita JavaScript. Actívalo para este sitio y recarga la página.",
};
