import type { panelAccount as english } from "../en/panel-account.ts";
import { panelApps } from "./panel-apps.ts";

type Words = typeof english;

const places: Words["places"] = {
  title: "Sesiones",
  near: (place) => `Cerca de ${place}`,
  browserOn: (browser, system) => `${browser} en ${system}`,
  unknownBrowser: "Navegador desconocido",
  thisOne: "Este navegador",
  lastUsed: (when) => `Último uso: ${when}`,
  signedIn: (when) => `Iniciada el ${when}`,
  signedInWith: (when, first, second) =>
    `Iniciada el ${when}, con ${second === undefined ? first : `${first} y ${second}`}`,
  proofs: {
    pwd: "contraseña",
    otp: "código de una aplicación",
    email: "código por correo",
    recovery: "código de recuperación",
    passkey: "llave de acceso",
  },
  end: "Cerrar sesión",
  endNamed: (name, when) => `Cerrar sesión en ${name}, iniciada el ${when}`,
  ended: (name) => `Se ha cerrado la sesión de ${name}.`,
  endOthers: "Cerrar las demás sesiones",
  othersEnded: "Se han cerrado las demás sesiones.",
  onlyHere: "No tienes ninguna otra sesión abierta.",
};

const devices: Words["devices"] = {
  title: "Navegadores recordados",
  lead: "Al iniciar sesión solo piden la contraseña.",
  until: (day) => `Sin pedir código hasta el ${day}`,
  manage: (name) => `Cambiar el nombre de ${name}`,
  name: "Nombre",
  rename: "Cambiar el nombre",
  renamed: (name) => `Nuevo nombre: ${name}.`,
  forget: "Quitar",
  forgetNamed: (name, day) => `Quitar ${name}, sin pedir código hasta el ${day}`,
  forgotten: (name) => `${name} pedirá un código la próxima vez.`,
  forgetAll: "Quitar todos",
  allForgotten: "Todos los navegadores pedirán un código la próxima vez.",
};

const activity: Words["activity"] = {
  title: "Actividad reciente",
  lead: "Lo que ha pasado en esta cuenta durante el último año.",
  seeAll: "Ver todo",
  close: "Cerrar",
  none: "Aún no ha pasado nada.",
  older: "Mostrar anteriores",
  nothingFound: "No hay nada de ese tipo.",
  kind: "Tipo",
  everyKind: "Todos los tipos",
  since: "Desde",
  until: "Hasta",
  export: "Descargar en CSV",
  fileName: "latchkey-actividad.csv",
  list: "Actividad reciente",
  events: {
    account_created: "Se creó la cuenta",
    sign_in: "Inicio de sesión",
    sign_in_failed_second_step: "Contraseña correcta, código incorrecto: no se inició sesión",
    signed_out: "Cierre de sesión",
    session_ended: "Se cerró la sesión en un lugar",
    sessions_ended: "Se cerró la sesión en todos los demás lugares",
    password_changed: "Contraseña cambiada",
    password_reset_requested: "Se pidió restablecer la contraseña",
    password_reset: "Contraseña restablecida",
    reset_wait_begun: "Hay un restablecimiento de contraseña en espera",
    reset_wait_stopped: "Se detuvo un cambio de contraseña",
    method_added: "Se añadió un método de dos pasos",
    method_removed: "Se quitó un método de dos pasos",
    method_disabled: "Se desactivó un método de dos pasos tras demasiados códigos incorrectos",
    two_factor_off: "Se desactivó la autenticación en dos pasos",
    recovery_code_used: "Se usó un código de recuperación",
    recovery_codes_renewed: "Se crearon códigos de recuperación nuevos",
    device_remembered: "Se recordó un navegador",
    device_forgotten: "Se olvidó un navegador recordado",
    devices_forgotten: "Se olvidaron todos los navegadores recordados",
    email_change_requested: "Se pidió cambiar el correo",
    email_changed: "Correo cambiado",
    email_change_undone: "Se deshizo un cambio de correo",
    changes_suspended: "Se suspendieron los cambios recientes",
    change_kept: "Se conservó un cambio suspendido",
    change_restored: "Se recuperó algo que se había quitado",
    change_removed: "Se quitó un cambio suspendido",
    deletion_requested: "Se pidió eliminar la cuenta",
    deletion_stopped: "Se conservó la cuenta",
    email_change_stopped: "Se detuvo un cambio de correo",
    reported_not_me: "Se avisó de «No he sido yo»: se cerraron todas las sesiones",
    account_imported: "La cuenta se trajo aquí desde otro servicio",
    account_exported: "Se descargaron los datos de la cuenta",
    site_sign_in: "Inicio de sesión en un sitio",
    invitation_accepted: "Se aceptó la invitación, con una contraseña",
    two_factor_reset: "Se desactivó la autenticación en dos pasos, como había pedido un operador",
    two_factor_reset_stopped: "Se detuvo la desactivación de la autenticación en dos pasos",
    operator_created_account: "Un operador creó esta cuenta",
    operator_invited: "Un operador envió una invitación",
    operator_viewed_account: "Un operador consultó esta cuenta",
    operator_viewed_activity: "Un operador consultó la actividad de esta cuenta",
    operator_ended_session: "Un operador cerró la sesión en un lugar",
    operator_ended_sessions: "Un operador cerró la sesión en todos los lugares",
    operator_required_password_reset: "Un operador pidió una contraseña nueva",
    operator_disputed_changes: "Un administrador suspendió los cambios recientes y pidió una contraseña nueva",
    operator_began_two_factor_reset: "Un operador pidió desactivar la autenticación en dos pasos tras una espera",
    operator_cancelled_two_factor_reset: "Un operador retiró la desactivación de la autenticación en dos pasos",
    operator_disabled_account: "Un operador desactivó esta cuenta",
    operator_enabled_account: "Un operador volvió a abrir esta cuenta",
    passkeys_only_on: "Desde entonces solo se entra con llaves de acceso",
    passkeys_only_off: "Los códigos vuelven a servir, además de las llaves de acceso",
    passkey_copied: "Se rechazó una llave de acceso: puede que alguien la haya copiado",
  },
};

const care: Words["care"] = {
  title: "Cuenta",
  email: "Correo electrónico",
  change: "Cambiar",
  changeEmail: "Cambiar el correo",
  newEmail: "Correo nuevo",
  newEmailMissing: "Escribe el correo nuevo, como ana@example.com.",
  changeLead: "Se envía un código al correo nuevo y se avisa al anterior. Durante siete días puede deshacer el cambio.",
  sendCode: "Enviar el código",
  codeLead: (email) => `Escribe el código de 6 cifras que hemos enviado a ${email}. Caduca en 10 minutos.`,
  confirmEmail: "Cambiar el correo",
  emailChanged: (email) => `Ahora tu correo es ${email}.`,
  data: "Tus datos",
  dataNote: "Todo lo que se guarda de esta cuenta, en un archivo JSON. No lleva secretos.",
  download: "Descargar",
  fileName: "latchkey-cuenta.json",
  danger: "Zona de peligro",
  delete: "Eliminar la cuenta",
  deleteNote: "Elimina tu cuenta y todo lo que contiene.",
  deleteLead: (until) =>
    `Tu cuenta y todo lo que contiene se eliminarán ${until ? `el ${until}. Hasta entonces, la recuperas si inicias sesión` : "de inmediato"}. Se cerrarán todas tus sesiones y perderás el acceso a los sitios en los que entras con ella.`,
  deleteQuestion: {
    title: "¿Eliminar esta cuenta?",
    action: "Eliminar la cuenta",
    byAddress: true,
  },
};

const reset: Words["reset"] = {
  forgot: "¿Has olvidado la contraseña?",
  title: "Elige una contraseña nueva",
  lead: "Enviaremos un código al correo de tu cuenta.",
  send: "Enviar el código",
  codeTitle: "Mira tu correo",
  codeLead: (email) =>
    `Si ${email} tiene una cuenta, le llegará un código que caduca en 10 minutos. También puedes abrir el enlace del mismo correo.`,
  newPassword: "Contraseña nueva",
  submit: "Guardar la contraseña",
  waitingTitle: "Tu contraseña nueva tiene que esperar",
  waitingLead: (when) =>
    `Tu contraseña nueva funcionará a partir del ${when}. La espera impide que entre quien solo puede leer tu correo. Te hemos enviado un enlace que detiene el cambio si no has sido tú.`,
  stillWaits: (when) => `Tu contraseña nueva funcionará a partir del ${when}. Hasta entonces nadie puede entrar.`,
  onHold:
    "Tus métodos están en espera desde «No he sido yo». Confirma con uno de ellos para usar ya tu contraseña nueva.",
  otherwise: (when) => `Si no, funcionará a partir del ${when}.`,
  wait: "Prefiero esperar",
  toSignIn: "Volver a iniciar sesión",
  required: "Esta cuenta se bloqueó con «No he sido yo». Elige una contraseña nueva para volver a entrar.",
};

const remember: Words["remember"] = (days) =>
  days === 1 ? "Recordar este navegador durante 1 día" : `Recordar este navegador durante ${days} días`;

const renewCodes: Words["renewCodes"] = {
  make: "Crear códigos nuevos",
  question: {
    title: "¿Crear códigos de recuperación nuevos?",
    lead: "Recibirás diez nuevos. Los que tienes ahora dejarán de servir.",
    action: "Crear códigos nuevos",
  },
};

const confirm: Words["confirm"] = {
  account: "Cuenta:",
  enterAddress: "Escribe el correo de esta cuenta",
  otherAddress: "Ese no es el correo de esta cuenta. Escríbelo como aparece arriba.",
  goOn: "Continuar",
};

/** The same in Spanish. */
export const panelAccount: Words = {
  confirm,
  places,
  devices,
  apps: panelApps,
  activity,
  care,
  reset,
  remember,
  renewCodes,
};
