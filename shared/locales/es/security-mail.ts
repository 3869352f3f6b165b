import type { securityMail as english } from "../en/security-mail.ts";

/** The words of mails on security events. */
export const securityMail: typeof english = {
  news: {
    new_sign_in: {
      subject: "Nuevo inicio de sesión en tu cuenta de Latchkey",
      lead: "Alguien ha iniciado sesión en tu cuenta desde un navegador que no habíamos visto antes en ella.",
    },
    wrong_second_step: {
      subject: "Alguien tiene tu contraseña de Latchkey",
      lead: "Alguien ha escrito tu contraseña correcta y después un código incorrecto. Tu segundo paso no le ha dejado entrar. Si no has sido tú, sabe tu contraseña.",
    },
    wrong_step_up_code: {
      subject: "Códigos incorrectos en tu cuenta de Latchkey",
      lead: "Alguien que ha iniciado sesión en tu cuenta ha escrito códigos incorrectos para confirmar que es quien dice ser.",
    },
    method_disabled: {
      subject: "Se ha desactivado un método de inicio de sesión",
      lead: (method) =>
        `Ha habido cien códigos incorrectos seguidos, así que este método ya no inicia sesión: ${method}. Configúralo otra vez para usarlo.`,
    },
    password_changed: {
      subject: "Se ha cambiado tu contraseña de Latchkey",
      lead: "Se ha cambiado la contraseña de tu cuenta.",
    },
    password_reset: {
      subject: "Se ha restablecido tu contraseña de Latchkey",
      lead: "Se ha restablecido la contraseña de tu cuenta con un código que enviamos a esta dirección.",
    },
    reset_wait_begun: {
      subject: "Alguien está restableciendo tu contraseña de Latchkey",
      lead: (until) =>
        `Alguien ha pedido una contraseña nueva con un código que enviamos a esta dirección. Tu segundo paso también es el correo, así que hay que esperar hasta ${until}. Hasta entonces no ha cambiado nada y puedes detenerlo.`,
    },
    method_added: {
      subject: "Se ha añadido un método de inicio de sesión a tu cuenta",
      lead: (method) => `Este método ya puede ser el segundo paso de un inicio de sesión: ${method}.`,
    },
    method_removed: {
      subject: "Se ha quitado un método de inicio de sesión de tu cuenta",
      lead: (method) => `Este método ya no es un segundo paso de tu cuenta: ${method}.`,
    },
    passkeys_only_on: {
      subject: "Tu cuenta de Latchkey pide ahora una llave de acceso",
      lead: "Los códigos de aplicación o de correo ya no sirven para entrar en tu cuenta: hace falta una llave de acceso o un código de recuperación.",
    },
    passkeys_only_off: {
      subject: "Los códigos vuelven a servir en tu cuenta de Latchkey",
      lead: "Tu cuenta ya no pide solo una llave de acceso: los demás métodos configurados vuelven a servir para entrar.",
    },
    passkey_copied: {
      subject: "Puede que alguien haya copiado una llave de acceso tuya",
      lead: (name) =>
        `Hemos rechazado una llave de acceso de tu cuenta, porque cuenta menos usos que antes: ${name}. Puede que alguien tenga una copia. Quítala y crea otra.`,
    },
    two_factor_off: {
      subject: "Se ha desactivado la autenticación en dos pasos",
      lead: "Se ha desactivado la autenticación en dos pasos. Ahora solo tu contraseña protege tu cuenta.",
    },
    recovery_code_used: {
      subject: "Se ha usado un código de recuperación de tu cuenta",
      lead: (left) =>
        `Se acaba de usar uno de tus códigos de recuperación en lugar de un código de inicio de sesión. Códigos que te quedan: ${left}.`,
    },
    few_recovery_codes: {
      subject: "Se ha usado un código de recuperación de tu cuenta y quedan pocos",
      lead: (left) =>
        `Se acaba de usar uno de tus códigos de recuperación en lugar de un código de inicio de sesión. Códigos que te quedan: ${left}. Quedan pocos: crea otros nuevos mientras aún puedas iniciar sesión.`,
    },
    recovery_codes_renewed: {
      subject: "Tienes códigos de recuperación nuevos",
      lead: "Se han creado códigos de recuperación nuevos para tu cuenta. Los anteriores ya no sirven.",
    },
    email_change_requested: {
      subject: "Alguien ha pedido cambiar la dirección de tu cuenta",
      lead: (address) =>
        `Alguien ha pedido usar esta dirección para tu cuenta en lugar de la tuya: ${address}. Todavía no ha cambiado nada.`,
    },
    email_changed: {
      subject: "Se ha cambiado la dirección de tu cuenta de Latchkey",
      lead: (address) =>
        `Tu cuenta pertenece ahora a esta dirección: ${address}. A partir de ahora escribiremos ahí. Durante 7 días puedes deshacerlo.`,
    },
    email_is_new: {
      subject: "Esta es ahora la dirección de tu cuenta de Latchkey",
      lead: "A partir de ahora tu cuenta pertenece a esta dirección. También hemos avisado a la anterior.",
    },
    reported_not_me: {
      subject: "Tu cuenta de Latchkey está bloqueada hasta que elijas otra contraseña",
      lead: "Alguien ha indicado «No he sido yo» en tu cuenta. Se han cerrado todas las sesiones, tu contraseña anterior ya no sirve y lo que se añadió durante la semana anterior está suspendido. Elige «¿Has olvidado tu contraseña?» para volver a entrar. Después, revisa lo suspendido y conserva lo que sea tuyo.",
    },
    disputed_reset_begun: {
      subject: "Alguien está restableciendo tu contraseña de Latchkey",
      lead: (until) =>
        `Alguien ha pedido una contraseña nueva con un código que enviamos a esta dirección. Los cambios recientes de tu cuenta están suspendidos, así que la contraseña nueva servirá a partir de este momento: ${until}. Servirá antes con un método o un código de recuperación suspendido. Hasta entonces puedes detenerlo.`,
    },
    change_kept: {
      subject: "Has conservado un cambio reciente de tu cuenta de Latchkey",
      lead: (name) => `Estaba suspendido y vuelve a funcionar: ${name}.`,
    },
    change_restored: {
      subject: "Se ha recuperado algo que se había quitado de tu cuenta de Latchkey",
      lead: (name) => `Se había quitado y vuelve a funcionar: ${name}.`,
    },
    change_removed: {
      subject: "Se ha quitado un cambio reciente de tu cuenta de Latchkey",
      lead: (name) => `Estaba suspendido o quitado y ahora se ha eliminado para siempre: ${name}.`,
    },
    email_change_stopped: {
      subject: "La dirección de tu cuenta de Latchkey sigue siendo la misma",
      lead: "Se ha detenido el cambio de dirección de tu cuenta. Tu dirección es la misma que antes.",
    },
    email_change_undone: {
      subject: "La dirección de tu cuenta vuelve a ser la tuya",
      lead: "Se ha deshecho el cambio de dirección de tu cuenta y se han cerrado todas las sesiones.",
    },
    account_made: {
      subject: "Se ha creado una cuenta de Latchkey para ti",
      lead: "Se ha creado una cuenta para esta dirección. Inicia sesión con la contraseña que te hayan dado y cámbiala. Si no te han dado ninguna, elige «¿Has olvidado tu contraseña?» al iniciar sesión.",
    },
    password_reset_required: {
      subject: "Tu cuenta de Latchkey necesita una contraseña nueva",
      lead: "Se ha cerrado la sesión de tu cuenta en todos los navegadores y tu contraseña anterior ya no sirve. Elige «¿Has olvidado tu contraseña?» al iniciar sesión para crear otra.",
    },
    changes_disputed: {
      subject: "Tu cuenta de Latchkey necesita una contraseña nueva",
      lead: "Se han cerrado todas las sesiones de tu cuenta, tu contraseña anterior ya no sirve y lo que se añadió en los últimos 7 días está suspendido. Elige «¿Has olvidado tu contraseña?» para volver a entrar. Después, revisa lo suspendido y conserva lo que sea tuyo.",
    },
    two_factor_reset_begun: {
      subject: "Tu autenticación en dos pasos está a punto de desactivarse",
      lead: (until) =>
        `Han pedido a un operador de este servicio que desactive tu autenticación en dos pasos. Se desactiva el ${until}. Hasta entonces no ha cambiado nada y puedes detenerlo.`,
    },
    two_factor_reset_cancelled: {
      subject: "Tu autenticación en dos pasos sigue activada",
      lead: "El operador lo ha retirado: tu autenticación en dos pasos no se desactiva.",
    },
    two_factor_reset_stopped: {
      subject: "Tu autenticación en dos pasos sigue activada",
      lead: "Se ha detenido desde tu cuenta la petición de desactivar la autenticación en dos pasos.",
    },
    two_factor_reset: {
      subject: "Se ha desactivado la autenticación en dos pasos",
      lead: "La espera ha terminado: se ha desactivado la autenticación en dos pasos y se ha cerrado la sesión en todos los navegadores. Ahora solo tu contraseña protege tu cuenta. Inicia sesión y vuelve a activarla.",
    },
    account_disabled: {
      subject: "Se ha desactivado tu cuenta de Latchkey",
      lead: "Tu cuenta está desactivada. Nadie puede iniciar sesión en ella y se han cerrado todas las sesiones. Pregunta por qué a quienes llevan este servicio.",
    },
    account_enabled: {
      subject: "Tu cuenta de Latchkey vuelve a estar abierta",
      lead: "Tu cuenta ya no está desactivada: puedes volver a iniciar sesión.",
    },
    account_deleted_by_operator: {
      subject: "Se ha eliminado tu cuenta de Latchkey",
      lead: "Se ha eliminado tu cuenta, con todo lo que se guardaba de ella. Este es el último correo sobre ella. Si no lo esperabas, pregunta a quienes llevan este servicio.",
    },
    account_deleted: {
      subject: "Se ha eliminado tu cuenta de Latchkey",
      lead: "Se ha eliminado tu cuenta, con todo lo que se guardaba en ella. Este es el último correo sobre ella.",
    },
  },
  when: (moment) => `Cuándo: ${moment}`,
  where: (browser) => `Dónde: ${browser}`,
  by: (operator) => `Quién: ${operator}, operador de este servicio`,
  browserOn: (browser, system) => `${browser} en ${system}`,
  unknownBrowser: "un navegador o programa que no dice cuál es",
  utc: (moment) => `${moment} (UTC)`,
  notMe: {
    lead: "Si no has sido tú, abre esta página. Cierra todas las sesiones y tu contraseña actual deja de servir:",
    words: "No he sido yo",
  },
  undoEmail: {
    lead: "Si no has sido tú, abre esta página en los próximos 7 días. Recupera tu dirección y cierra todas las sesiones:",
    words: "Deshacer el cambio",
  },
  stopTwoFactorReset: {
    lead: "Si no lo has pedido tú, abre esta página. Lo detiene. También puedes detenerlo en tu cuenta, después de confirmar que eres tú:",
    words: "Conservar la autenticación en dos pasos",
  },
  stopReset: {
    lead: "Si no has sido tú, abre esta página. Detiene el cambio de contraseña:",
    words: "Detenerlo",
  },
};
