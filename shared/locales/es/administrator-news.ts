import type { administratorNews as english, SecurityMailText } from "../en/administrator-news.ts";

/** What administrators of the service did. */
export const administratorNews: Record<keyof typeof english, SecurityMailText> = {
  account_made: {
    subject: "Se ha creado una cuenta de Latchkey para ti",
    lead: "Inicia sesión con la contraseña que te hayan dado y cámbiala. Si no te han dado ninguna, elige «¿Has olvidado tu contraseña?» al iniciar sesión.",
  },
  password_reset_required: {
    subject: "Tu cuenta de Latchkey necesita una contraseña nueva",
    lead: "Se han cerrado todas tus sesiones y tu contraseña anterior ya no funciona. Para elegir otra, pulsa «¿Has olvidado tu contraseña?» al iniciar sesión.",
  },
  changes_disputed: {
    subject: "Tu cuenta de Latchkey necesita una contraseña nueva",
    lead: "Se han cerrado todas tus sesiones, tu contraseña anterior ya no funciona y los cambios de los últimos 7 días están suspendidos. Para volver a entrar, pulsa «¿Has olvidado tu contraseña?» al iniciar sesión. Después, revisa los cambios y conserva los tuyos.",
  },
  two_factor_reset_begun: {
    subject: "Tu autenticación en dos pasos está a punto de desactivarse",
    lead: (until) =>
      `Han pedido a un administrador que desactive tu autenticación en dos pasos. Se desactivará el ${until}. Antes de esa fecha no cambia nada y puedes detenerlo.`,
  },
  two_factor_reset_cancelled: {
    subject: "Tu autenticación en dos pasos sigue activada",
    lead: "Un administrador ha cancelado la solicitud de desactivar tu autenticación en dos pasos.",
  },
  two_factor_reset_stopped: {
    subject: "Tu autenticación en dos pasos sigue activada",
    lead: "Se ha detenido desde tu cuenta la petición de desactivar la autenticación en dos pasos.",
  },
  two_factor_reset: {
    subject: "Se ha desactivado la autenticación en dos pasos",
    lead: "El plazo de espera ha terminado. Se ha desactivado la autenticación en dos pasos y se han cerrado todas tus sesiones. Ahora solo tu contraseña protege tu cuenta. Inicia sesión y vuelve a activarla.",
  },
  account_disabled: {
    subject: "Se ha desactivado tu cuenta de Latchkey",
    lead: "Nadie puede iniciar sesión en tu cuenta y se han cerrado todas tus sesiones. Pregunta el motivo a un administrador de este servicio.",
  },
  account_enabled: {
    subject: "Tu cuenta de Latchkey vuelve a estar activa",
    lead: "Tu cuenta ya no está desactivada. Puedes volver a iniciar sesión.",
  },
  account_deleted_by_operator: {
    subject: "Se ha eliminado tu cuenta de Latchkey",
    lead: "Se ha eliminado tu cuenta con todo su contenido. Este es el último mensaje sobre ella. Si no lo esperabas, pregunta a un administrador de este servicio.",
  },
};
