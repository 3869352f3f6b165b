import type { bin as english } from "../en/bin.ts";

/** Every word of Recently deleted, in Spanish. */
export const bin: typeof english = {
  title: "Eliminados hace poco",
  show: (count) => `Eliminados hace poco: ${count}`,
  empty: "No hay códigos eliminados hace poco. Los que elimines se quedan aquí 30 días.",
  lead: "Los códigos que eliminas se quedan aquí 30 días, cifrados. Hasta entonces puedes restaurarlos.",
  locked: "Desbloquea tus códigos para ver cuáles has eliminado.",
  left: (days) =>
    days <= 1 ? "Se elimina definitivamente en menos de un día" : `Se elimina definitivamente en ${days} días`,
  putBack: "Restaurar",
  remove: "Eliminar definitivamente",
  removeQuestion: (name) => ({
    title: `¿Eliminar ${name} definitivamente?`,
    lead: "No se puede deshacer. Si la autenticación en dos pasos sigue activada en ese sitio, desactívala antes o quizá no puedas entrar.",
    action: "Eliminar definitivamente",
  }),
  keep: "Conservar",
  isBack: (name) => `${name}: código restaurado.`,
  isGone: (name) => `${name}: código eliminado definitivamente.`,
  noName: "Sin nombre",
};
