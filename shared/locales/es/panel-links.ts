import type { links as english } from "../en/panel-links.ts";

/** The same in Spanish. */
export const links: typeof english = {
  resetLead: "Todavía no ha cambiado nada. Elige una contraseña nueva para la cuenta a la que llegó este correo.",
  onlyTitle: "Usa el enlace del correo",
  onlyWhy: (email) =>
    `Se han introducido demasiados códigos incorrectos para ${email}, así que ya no se aceptan códigos.`,
  onlyLead:
    "Para elegir una contraseña nueva, abre el enlace del correo que te enviamos. Caduca en una hora y funciona en cualquier navegador.",
  resend: {
    resend: "Enviar otro correo",
    resendIn: (time) => `Enviar otro correo en ${time}`,
    resent: "Te hemos enviado otro correo.",
  },
  offer: "¿Es tu cuenta? Podemos enviarte un enlace para que entres ahora.",
  mailLink: "Enviarme un enlace",
  sentTitle: "Mira tu correo",
  sentLead: (email) =>
    `Si ${email} tiene una cuenta, le hemos enviado un enlace para entrar ahora. Caduca en una hora y funciona en cualquier navegador.`,
  unlockTitle: "Desbloquear el inicio de sesión",
  askLead: "Enviaremos un enlace al correo de tu cuenta. Con él puedes entrar aunque haya habido demasiados intentos.",
  unlockLead:
    "Ha habido demasiados intentos de iniciar sesión en tu cuenta. Si pediste este enlace, ya puedes probar tu contraseña en este navegador. Tu contraseña y el segundo paso siguen haciendo falta.",
  unlock: "Desbloquear en este navegador",
  unlocked: "Desbloqueado en este navegador durante 15 minutos. Inicia sesión con el correo al que llegó el enlace.",
  expiredTitle: "Este enlace ya no funciona",
  expiredLead: "Ya se ha usado o ha caducado. Cada enlace sirve una sola vez y caduca al cabo de una hora.",
  newLink: "Pedir otro enlace",
};
