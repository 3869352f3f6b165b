import type { securityMail as english } from "../en/security-mail.ts";
import { administratorNews } from "./administrator-news.ts";

/** The words of mails on security events. */
export const securityMail: typeof english = {
  news: {
    new_sign_in: {
      subject: "Nuevo inicio de sesión en tu cuenta de Latchkey",
      lead: "Alguien ha iniciado sesión en tu cuenta desde un navegador que no habías usado antes.",
    },
    wrong_second_step: {
      subject: "Alguien tiene tu contraseña de Latchkey",
      lead: "Alguien ha introducido tu contraseña correcta y después un código incorrecto. La autenticación en dos pasos le ha impedido entrar. Si no has sido tú, sabe tu contraseña.",
    },
    wrong_step_up_code: {
      subject: "Códigos incorrectos en tu cuenta de Latchkey",
      lead: "Alguien con una sesión abierta en tu cuenta tenía que confirmar su identidad y ha introducido códigos incorrectos.",
    },
    method_disabled: {
      subject: "Se ha desactivado un método de inicio de sesión",
      lead: (method) =>
        `Tras 100 códigos incorrectos seguidos, ya no puedes iniciar sesión con este método: ${method}. Para volver a usarlo, configúralo de nuevo.`,
    },
    password_changed: {
      subject: "Se ha cambiado tu contraseña de Latchkey",
      lead: "Tu contraseña anterior ya no funciona.",
    },
    password_reset: {
      subject: "Se ha restablecido tu contraseña de Latchkey",
      lead: "Se ha restablecido tu contraseña con un mensaje que enviamos a esta dirección. La anterior ya no funciona.",
    },
    reset_wait_begun: {
      subject: "Alguien está restableciendo tu contraseña de Latchkey",
      lead: (until) =>
        `Alguien ha pedido una contraseña nueva con un mensaje que enviamos a esta dirección. Como el correo es también tu método de dos pasos, la nueva contraseña no funcionará hasta el ${until}. Antes de esa fecha no cambia nada y puedes detenerlo.`,
    },
    reset_wait_stopped: {
      subject: "Tu contraseña de Latchkey sigue siendo la misma",
      lead: "Se ha detenido desde tu cuenta el cambio de contraseña que estaba en espera. Tu contraseña es la misma que antes.",
    },
    method_added: {
      subject: "Se ha añadido un método de inicio de sesión a tu cuenta",
      lead: (method) => `Ya puedes iniciar sesión con este método: ${method}.`,
    },
    method_removed: {
      subject: "Se ha quitado un método de inicio de sesión de tu cuenta",
      lead: (method) => `Ya no puedes iniciar sesión con este método: ${method}.`,
    },
    last_passkey_removed: {
      subject: "Se ha quitado la última llave de acceso de tu cuenta",
      lead: (passkey) =>
        `Ya no puedes iniciar sesión con esta llave de acceso: ${passkey}. Era la última, así que «Permitir solo llaves de acceso» queda desactivado y puedes volver a entrar con tus otros métodos.`,
    },
    passkeys_only_on: {
      subject: "Tu cuenta de Latchkey solo acepta llaves de acceso",
      lead: "Los códigos de aplicaciones y de correo han dejado de funcionar. Los de recuperación siguen funcionando.",
    },
    passkeys_only_off: {
      subject: "Tu cuenta de Latchkey vuelve a aceptar códigos",
      lead: "Además de con una llave de acceso, puedes volver a iniciar sesión con tus otros métodos.",
    },
    passkey_copied: {
      subject: "Puede que alguien haya copiado una llave de acceso tuya",
      lead: (name) =>
        `Hemos rechazado una llave de acceso porque indica menos usos que antes, así que puede que alguien tenga una copia: ${name}. Quítala y añade otra.`,
    },
    two_factor_off: {
      subject: "Se ha desactivado la autenticación en dos pasos",
      lead: "Ahora solo tu contraseña protege tu cuenta.",
    },
    recovery_code_used: {
      subject: "Se ha usado un código de recuperación de tu cuenta",
      lead: (left) =>
        `Se ha usado uno de tus códigos de recuperación en lugar de un código de inicio de sesión. Códigos que te quedan: ${left}.`,
    },
    few_recovery_codes: {
      subject: "Se ha usado un código de recuperación de tu cuenta y quedan pocos",
      lead: (left) =>
        `Se ha usado uno de tus códigos de recuperación en lugar de un código de inicio de sesión. Códigos que te quedan: ${left}. Crea otros nuevos mientras aún puedas iniciar sesión.`,
    },
    recovery_codes_renewed: {
      subject: "Tienes códigos de recuperación nuevos",
      lead: "Se han creado códigos de recuperación nuevos para tu cuenta. Los anteriores ya no funcionan.",
    },
    email_change_requested: {
      subject: "Alguien ha pedido cambiar la dirección de tu cuenta",
      lead: (address) => `Alguien ha pedido pasar tu cuenta a esta dirección: ${address}. Todavía no ha cambiado nada.`,
    },
    email_changed: {
      subject: "Se ha cambiado la dirección de tu cuenta de Latchkey",
      lead: (address) =>
        `Tu cuenta usa ahora esta dirección: ${address}. Los próximos mensajes irán allí. Puedes deshacer el cambio durante 7 días.`,
    },
    email_is_new: {
      subject: "Esta es ahora la dirección de tu cuenta de Latchkey",
      lead: "Tu cuenta usa ahora esta dirección. También hemos avisado a la anterior.",
    },
    reported_not_me: {
      subject: "Tu cuenta de Latchkey está bloqueada hasta que elijas otra contraseña",
      lead: "Alguien con acceso a este buzón ha pulsado «No he sido yo». Se han cerrado todas tus sesiones, tu contraseña anterior ya no funciona y los cambios recientes están suspendidos. Para volver a entrar, pulsa «¿Has olvidado tu contraseña?» al iniciar sesión. Después, revisa los cambios y conserva los tuyos.",
    },
    disputed_reset_begun: {
      subject: "Alguien está restableciendo tu contraseña de Latchkey",
      lead: (until) =>
        `Alguien ha pedido una contraseña nueva con un código que enviamos a esta dirección. Como los cambios recientes de tu cuenta están suspendidos, la contraseña nueva funcionará a partir de este momento: ${until}. Para usarla ya, introduce un código de un método suspendido o un código de recuperación suspendido. Hasta entonces puedes detener el restablecimiento.`,
    },
    change_kept: {
      subject: "Se ha conservado un cambio suspendido de tu cuenta de Latchkey",
      lead: (name) => `Estaba suspendido y vuelve a funcionar: ${name}.`,
    },
    change_restored: {
      subject: "Se ha recuperado un método quitado de tu cuenta de Latchkey",
      lead: (name) => `Se había quitado y vuelve a funcionar: ${name}.`,
    },
    change_removed: {
      subject: "Se ha quitado un cambio suspendido de tu cuenta de Latchkey",
      lead: (name) => `Se ha eliminado para siempre: ${name}.`,
    },
    deletion_requested: {
      subject: "Tu cuenta de Latchkey se va a eliminar",
      lead: (until) =>
        `Tu cuenta y todo lo que contiene se eliminarán el ${until}, y se han cerrado todas tus sesiones. Si cambias de idea, inicia sesión antes de esa fecha y elige conservar tu cuenta.`,
    },
    deletion_stopped: {
      subject: "Tu cuenta de Latchkey se conserva",
      lead: "Se ha cancelado la eliminación de tu cuenta. No se ha borrado nada.",
    },
    account_exported: {
      subject: "Se han descargado los datos de tu cuenta de Latchkey",
      lead: "Alguien con la sesión iniciada en tu cuenta ha descargado todo lo que se guarda sobre ella, como la dirección, las sesiones y la actividad. No incluye contraseñas ni códigos.",
    },
    email_change_stopped: {
      subject: "La dirección de tu cuenta de Latchkey sigue siendo la misma",
      lead: "Se ha detenido el cambio de dirección de tu cuenta. Tu dirección es la misma que antes.",
    },
    email_change_undone: {
      subject: "Tu cuenta de Latchkey vuelve a tener su dirección anterior",
      lead: "Se ha deshecho el cambio de dirección y se han cerrado todas tus sesiones.",
    },
    account_deleted: {
      subject: "Se ha eliminado tu cuenta de Latchkey",
      lead: "Se ha eliminado tu cuenta con todo su contenido. Este es el último mensaje sobre ella.",
    },
    ...administratorNews,
  },
  gathered: {
    subject: "Actividad reciente en tu cuenta de Latchkey",
    lead: "Han pasado muchas cosas en tu cuenta, así que las hemos reunido en un solo mensaje.",
    times: (times, moment) => `${times} veces, la última el ${moment}`,
    more: (count) => `Y ${count} más. Puedes verlo todo en la actividad de tu cuenta.`,
  },
  reason: "Te escribimos porque afecta a la seguridad de tu cuenta de Latchkey.",
  notMe: {
    lead: "Si no has sido tú, protege tu cuenta. Se cerrarán todas tus sesiones y tu contraseña dejará de funcionar.",
    words: "No he sido yo",
  },
  undoEmail: {
    lead: "Si no has sido tú, deshaz el cambio en un plazo de 7 días. Recuperarás tu dirección y se cerrarán todas tus sesiones.",
    words: "Deshacer el cambio",
  },
  stopTwoFactorReset: {
    lead: "Si no lo has pedido tú, detenlo aquí. También puedes detenerlo en tu cuenta después de confirmar que eres tú.",
    words: "Conservar la autenticación en dos pasos",
  },
  stopReset: {
    lead: "Si no has sido tú, detén el cambio de contraseña.",
    words: "Detenerlo",
  },
};
