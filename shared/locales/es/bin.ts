import type { bin as english } from "../en/bin.ts";

/** Every word of the bin, in Spanish. */
export const bin: typeof english = {
  title: "Papelera",
  show: (count) => `En la papelera: ${count}`,
  empty: "No hay nada en la papelera. Lo que quites se queda aquí 30 días.",
  lead: "Lo que quitas se queda aquí 30 días, sellado, y se puede recuperar.",
  locked: "Desbloquea tus códigos para ver qué hay en la papelera.",
  left: (days) => (days <= 1 ? "Desaparecerá en menos de un día" : `Desaparecerá en ${days} días`),
  putBack: "Recuperar",
  remove: "Quitar para siempre",
  removeQuestion: (name) => ({
    title: `¿Quitar ${name} para siempre?`,
    lead: "Su clave desaparecerá y nadie podrá recuperarla. Si allí sigue activada la autenticación en dos pasos, quizá no puedas entrar.",
    action: "Quitar para siempre",
  }),
  keep: "Conservarla",
  isBack: (name) => `${name} vuelve a estar con tus códigos.`,
  isGone: (name) => `${name} se ha quitado para siempre.`,
  noName: "Sin nombre",
};
