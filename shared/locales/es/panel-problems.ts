import type { panelProblems as english, ProblemTexts } from "../en/panel-problems.ts";

const ours = "Algo ha fallado por nuestra parte. Inténtalo en un momento.";

const anywhere: ProblemTexts = {
  invalid_request: "Hay algo mal escrito. Compruébalo y vuelve a probar.",
  not_signed_in: "Se ha cerrado tu sesión. Vuelve a iniciarla para seguir.",
  wrong_credentials: "El correo y la contraseña no corresponden a ninguna cuenta.",
  operator_key_refused: ours,
  wrong_code: "El código no coincide. Compruébalo y vuelve a probar.",
  code_expired: "El código ha caducado. Envía otro.",
  wrong_passkey: "Esa llave de acceso no ha demostrado que eres tú. Vuelve a probar, o usa otra vía.",
  challenge_expired: "Ha tardado demasiado. Vuelve a probar.",
  sign_in_expired:
    "Este inicio de sesión ha tardado mucho o ha tenido demasiados errores. Escribe de nuevo tu contraseña.",
  origin_not_allowed: "Esta página no puede hacer eso. Abre Latchkey en su propia dirección.",
  step_up_required: "No ha cambiado nada. Antes hace falta un código que confirme que eres tú.",
  import_rows_missing: ours,
  scope_missing: ours,
  account_disabled: "Esta cuenta está desactivada. Pregunta por qué a quienes llevan este servicio.",
  method_disabled:
    "Demasiados códigos incorrectos seguidos: este método no sirve hasta que lo configures otra vez. Usa otro.",
  password_reset_required: "Esta contraseña ya no sirve, para proteger tu cuenta. Restablécela por correo.",
  passkey_required:
    "Esta cuenta pide una llave de acceso y nada más débil. Usa una llave de acceso o un código de recuperación.",
  link_required: "Se han escrito demasiados códigos incorrectos para esta dirección. Abre el enlace del correo.",
  not_found: "Eso ya no está. Recarga para ver cómo está todo.",
  audience_not_allowed: "Esta página no puede obtener tokens para ese servidor.",
  account_exists: "Ya hay una cuenta con esta dirección.",
  other_account: "En este navegador ha iniciado sesión otra persona. No se ha cambiado nada. Recarga la página.",
  key_reused: ours,
  still_working: "Todavía estamos en ello. Inténtalo en un momento.",
  two_factor_off: "La autenticación en dos pasos ya está desactivada.",
  too_many_webhooks: ours,
  webhook_disabled: ours,
  nothing_to_send: ours,
  link_expired: "Este enlace ya se ha usado o ha caducado.",
  request_timeout: "Ha tardado demasiado, así que no se ha cambiado nada. Inténtalo de nuevo.",
  body_too_large: "Es demasiado largo. Acórtalo y vuelve a probar.",
  unsupported_media_type: ours,
  password_rejected: "Esta contraseña no se puede usar. Elige otra.",
  passkey_rejected: "Esta llave de acceso no se puede añadir: quizá ya está en una cuenta. Prueba con otra.",
  too_many_attempts: "Demasiados intentos. Espera un momento y vuelve a probar.",
  internal: ours,
  mail_not_sent: "No se pudo enviar el correo. Inténtalo en un momento; no ha cambiado nada.",
  method_unavailable:
    "No podemos comprobar los códigos de una de tus aplicaciones de autenticación. Usa otra aplicación u otra vía y después configúrala de nuevo.",
  migration_missing: ours,
  offline: "No hay conexión con el servidor. Tus códigos siguen funcionando.",
};

export const panelProblems: typeof english = {
  anywhere,
  signIn: anywhere,
  createAccount: {
    ...anywhere,
    invalid_request: "Comprueba que el correo esté bien escrito y que haya una contraseña.",
  },
  verifyAddress: {
    ...anywhere,
    wrong_code: "El código no coincide. Usa el correo más reciente; los códigos anteriores ya no sirven.",
  },
  appCode: {
    ...anywhere,
    wrong_code: "El código no coincide. Comprueba la hora de tu teléfono y prueba el código que muestra ahora.",
  },
  appSetUp: {
    ...anywhere,
    wrong_code: "El código no coincide. Comprueba la hora de tu teléfono y prueba el código que muestra ahora.",
    code_expired: "Esta clave ha esperado demasiado. Empieza de nuevo con otra.",
    not_found: "Esta clave ha esperado demasiado. Empieza de nuevo con otra.",
  },
  thisBrowser: {
    ...anywhere,
    wrong_code: "El código de este navegador no coincide; no ha cambiado nada. Comprueba la hora de este equipo.",
    code_expired: "Esta clave ha esperado demasiado. Vuelve atrás y empieza de nuevo con otra.",
    not_found: "Esta clave ha esperado demasiado. Vuelve atrás y empieza de nuevo con otra.",
  },
  emailCode: {
    ...anywhere,
    wrong_code: "El código no coincide. Usa el correo más reciente; los códigos anteriores ya no sirven.",
    not_found: "El código ha caducado. Envía otro.",
  },
  recoveryCode: {
    ...anywhere,
    wrong_code: "Ese código de recuperación no coincide o ya se ha usado. Prueba con otro.",
  },
  changePassword: { ...anywhere, wrong_credentials: "Esa no es tu contraseña actual. Vuelve a probar." },
  provePassword: { ...anywhere, wrong_credentials: "Esa no es tu contraseña. Vuelve a probar." },
};
