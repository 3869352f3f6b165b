import type { forgotten as english } from "../en/forgotten.ts";

/** Every word about a forgotten passphrase, and about the codes that were put aside for it, in Spanish. */
export const forgotten: typeof english = {
  link: "¿Has olvidado tu frase de paso?",
  lead: "Nadie puede restablecerla, y sin ella tus códigos no se abren. Antes de darla por perdida, comprueba las mayúsculas y el idioma del teclado.",
  over: "Puedes empezar de nuevo. Tus códigos bloqueados se apartan en este navegador, no se eliminan. Cuando recuerdes la frase de paso, recupéralos aquí o en Ajustes.",
  restore: "Empezar de nuevo con una copia de seguridad",
  startOver: "Empezar de nuevo sin códigos",
  noBackup:
    "¿No tienes copia? Inicia sesión en cada sitio con uno de sus códigos de recuperación o con otro método y vuelve a configurar la autenticación en dos pasos.",
  back: "Volver",
  title: "Códigos apartados",
  asideLead:
    "Escribe la frase de paso con la que se bloquearon para recuperarlos. Los códigos que ahora no tengan frase de paso quedan también bajo esta.",
  asideWhileLocked:
    "Escribe la frase de paso con la que se bloquearon para recuperarlos. Los códigos que ahora están bloqueados se apartan en su lugar.",
  when: (time) => `Apartados el ${time}`,
  bringBack: "Recuperar",
  remove: "Eliminar",
  passphrase: "Frase de paso con la que se bloquearon",
  isBack: "Has recuperado tus códigos.",
  isGone: "Esos códigos se han eliminado.",
  gone: "Esos códigos ya no están aquí. Otra ventana los ha recuperado o eliminado.",
  question: {
    title: "¿Eliminar estos códigos para siempre?",
    lead: (time) => `Se apartaron el ${time}. Después nadie podrá recuperarlos, ni con la frase de paso ni sin ella.`,
    keep: "Conservarlos",
    action: "Eliminar para siempre",
  },
  inEmpty: "Los códigos que tenías antes están apartados en este navegador.",
  toThem: "Recuperarlos",
  offer: "Quien use este navegador puede ver tus códigos.",
  setOne: "Poner una frase de paso",
  notNow: "Ahora no",
};
