import type { problems as english } from "../en/problems.ts";

export const problems: typeof english = {
  invalid_request: {
    title: "La solicitud no es válida",
    detail: "Falta algo en la solicitud o está mal formado. Mira `fields`.",
  },
  not_signed_in: { title: "Sin sesión", detail: "No has iniciado sesión. Inicia sesión y vuelve a probar." },
  wrong_credentials: {
    title: "Correo o contraseña incorrectos",
    detail: "El correo y la contraseña no corresponden a ninguna cuenta.",
  },
  operator_key_refused: {
    title: "Clave de operador rechazada",
    detail: "Esto necesita la clave de un operador, y esta no lo es, ha caducado o se ha revocado.",
  },
  wrong_code: { title: "Código incorrecto", detail: "El código no coincide. Compruébalo y vuelve a probar." },
  code_expired: { title: "Código caducado", detail: "El código ha caducado. Envía otro." },
  wrong_passkey: {
    title: "Llave de acceso no aceptada",
    detail: "Esa llave de acceso no ha demostrado que eres tú. Vuelve a probar, o usa otra vía.",
  },
  challenge_expired: {
    title: "Petición caducada",
    detail: "Ha tardado demasiado o ya se había usado. Vuelve a probar.",
  },
  sign_in_expired: {
    title: "Inicio de sesión caducado",
    detail: "Este inicio de sesión ya no sirve. Empieza de nuevo.",
  },
  origin_not_allowed: {
    title: "Origen no permitido",
    detail: "Esta página no puede hacer eso. Su origen no está en la lista del servicio.",
  },
  step_up_required: {
    title: "Confirma que eres tú",
    detail: "Para esto hay que confirmar otra vez que eres tú. Confírmalo y vuelve a probar.",
  },
  audience_not_allowed: {
    title: "Destinatario no permitido",
    detail: "No existe ese servidor, o no nombra a esta página. Consulta TOKEN_AUDIENCES.",
  },
  scope_missing: {
    title: "Falta un permiso",
    detail: "Esta clave de operador no sirve para eso. Necesita otro permiso; mira `scope`.",
  },
  account_disabled: {
    title: "Cuenta desactivada",
    detail: "Los operadores del servicio han desactivado esta cuenta. Pregúntales por qué.",
  },
  method_disabled: {
    title: "Método desactivado",
    detail: "Demasiados códigos incorrectos seguidos: este método no sirve hasta que lo configures otra vez. Usa otro.",
  },
  password_reset_required: {
    title: "Hace falta una contraseña nueva",
    detail: "Esta contraseña ya no sirve, para proteger la cuenta. Restablécela por correo.",
  },
  passkey_required: {
    title: "Hace falta una llave de acceso",
    detail:
      "Esta cuenta pide una llave de acceso y nada más débil. Usa una llave de acceso o un código de recuperación.",
  },
  link_required: {
    title: "Usa el enlace del correo",
    detail: "Se han escrito demasiados códigos incorrectos para esta dirección. Abre el enlace del correo.",
  },
  not_found: { title: "No encontrado", detail: "No hay nada en esta dirección." },
  account_exists: { title: "La cuenta ya existe", detail: "Ya hay una cuenta con esta dirección." },
  two_factor_off: {
    title: "Sin autenticación en dos pasos",
    detail: "Esta persona no tiene autenticación en dos pasos que desactivar.",
  },
  too_many_webhooks: {
    title: "Demasiados webhooks",
    detail: "Ya hay tantos webhooks como puede haber. Elimina uno que ya no se use.",
  },
  webhook_disabled: {
    title: "Webhook desactivado",
    detail: "Este webhook está desactivado, así que no se le envía nada. Actívalo primero.",
  },
  other_account: {
    title: "Hay otra cuenta con la sesión iniciada",
    detail: "Ahora tiene la sesión iniciada otra cuenta, no la que muestra esta página. No se ha cambiado nada.",
  },
  key_reused: {
    title: "Clave ya usada",
    detail: "Esta `Idempotency-Key` ya llegó con otra solicitud. No se ha cambiado nada.",
  },
  still_working: {
    title: "En curso",
    detail: "Esta solicitud todavía se está llevando a cabo. Inténtalo de nuevo en un momento.",
  },
  link_expired: { title: "Enlace caducado", detail: "Este enlace ya se ha usado o ha caducado." },
  nothing_to_send: { title: "Ya no hay nada que enviar", detail: "Esto ya llegó, y lo que decía no se ha guardado." },
  import_rows_missing: {
    title: "Faltan filas",
    detail: "Faltan filas entre las que ya se recibieron y estas. Continúa en `nextRow`.",
  },
  request_timeout: {
    title: "La solicitud tardó demasiado",
    detail: "La solicitud no llegó a tiempo, así que no se ha cambiado nada. Inténtalo de nuevo.",
  },
  body_too_large: {
    title: "Solicitud demasiado grande",
    detail: "La solicitud ocupa más de lo que admite esta dirección.",
  },
  unsupported_media_type: {
    title: "Tipo de contenido no admitido",
    detail: "Envía el cuerpo como application/json.",
  },
  password_rejected: {
    title: "Contraseña rechazada",
    detail: "Esta contraseña no se puede usar. Elige otra. Mira `reasons`.",
  },
  passkey_rejected: {
    title: "Esa llave de acceso no se puede añadir",
    detail:
      "Esta llave de acceso no se puede añadir: ya está en una cuenta, o no es de un tipo que aceptemos. Prueba con otra.",
  },
  too_many_attempts: {
    title: "Demasiados intentos",
    detail: "Demasiados intentos. Espera un momento y vuelve a probar.",
  },
  internal: {
    title: "Algo ha fallado",
    detail:
      "Algo ha fallado por nuestra parte. Puede que se haya hecho igualmente: compruébalo e inténtalo de nuevo en un momento.",
  },
  mail_not_sent: {
    title: "Correo no enviado",
    detail: "No se pudo enviar el correo. Inténtalo en un momento; no ha cambiado nada.",
  },
  method_unavailable: {
    title: "Esa aplicación no se puede comprobar",
    detail:
      "No podemos comprobar los códigos de una de tus aplicaciones de autenticación. Usa otra aplicación u otra vía y después configúrala de nuevo.",
  },
  migration_missing: {
    title: "La base de datos no está al día",
    detail: "Esta versión necesita una migración de la base de datos que aún no se ha aplicado.",
  },
};
