import type { panel as english } from "../en/panel.ts";

type Words = typeof english;

const code: Words["code"] = {
  label: "Código de 6 cifras",
  incomplete: "Escribe las 6 cifras del código.",
  notACode: "Un código tiene exactamente 6 cifras. Escribe solo el código.",
  twoCodes: "Ahí hay más de un código de 6 cifras. Escribe el que quieras usar.",
  triesLeft: (left) =>
    left === 0 ? "No quedan intentos." : left === 1 ? "Queda 1 intento." : `Quedan ${left} intentos.`,
  alreadyUsed: "Ese código ya se ha usado. Espera al siguiente.",
  resend: "Enviar otro código",
  resendIn: (time) => `Enviar otro código en ${time}`,
  resent: "Te hemos enviado otro código. Los anteriores ya no sirven.",
};

const secondStep: Words["secondStep"] = {
  titles: {
    app: "Escribe el código de tu aplicación",
    email: "Escribe el código que te hemos enviado",
    recovery: "Escribe un código de recuperación",
    passkey: "Usa tu llave de acceso",
  },
  leads: {
    app: (email) => `Abre tu aplicación de autenticación y escribe el código de 6 cifras de ${email}.`,
    email: (sentTo) => `Hemos enviado un código a ${sentTo}.`,
    recovery: () =>
      "Escribe uno de los códigos que guardaste al activar la autenticación en dos pasos. Cada uno sirve una vez.",
    passkey: (email: string) => `El navegador pide una llave de acceso de ${email}.`,
  },
  emailStillWorks: (sentTo, left) => `Escribe el código que ya te hemos enviado a ${sentTo}. Caduca en ${left}.`,
  emailWaits: "Te acabamos de enviar un código. Puedes pedir otro cuando acabe la cuenta atrás, o usar otro método.",
  recoveryCode: "Código de recuperación",
  recoveryMissing: "Escribe uno de tus códigos de recuperación.",
  isRecovery: "Es un código de recuperación. Tiene su propio campo.",
  sixDigits: "Un código de recuperación tiene 16 letras y cifras. Si el tuyo tiene 6 cifras, elige «Usar otro método».",
  maybeOf: {
    app: "Si es de tu aplicación de autenticación, elige «Usar otro método».",
    email: "Si te lo hemos enviado por correo, elige «Usar otro método».",
  },
  useOwnCode: "Usar el código de este navegador",
  anotherWay: "Usar otro método",
  ways: {
    app: "Usar tu aplicación de autenticación",
    email: "Recibir un código por correo",
    recovery: "Usar un código de recuperación",
    passkey: "Usar una llave de acceso",
  },
};

const signIn: Words["signIn"] = {
  title: "Iniciar sesión",
  email: "Correo electrónico",
  password: "Contraseña",
  emailMissing: "Escribe un correo, como ana@example.com.",
  passwordMissing: "Escribe tu contraseña.",
  submit: "Iniciar sesión",
  toCreate: "Crear una cuenta",
  back: "Volver al correo y la contraseña",
};

const create: Words["create"] = {
  title: "Crea tu cuenta",
  newPassword: "Contraseña",
  passwordMissing: "Elige una contraseña.",
  submit: "Crear cuenta",
  toSignIn: "¿Ya tienes una cuenta? Inicia sesión",
  verifyTitle: "Mira tu correo",
  verifyLead: (email) =>
    `Escribe el código de 6 cifras que hemos enviado a ${email}. Caduca en 10 minutos. Si no lo encuentras, mira en la carpeta de spam.`,
  verifySubmit: "Confirmar correo",
  otherEmail: "Usar otro correo",
};

const password: Words["password"] = {
  title: "Contraseña",
  changed: (when) => `Cambiada ${when}`,
  change: "Cambiar",
  changeTitle: "Cambiar contraseña",
  current: "Contraseña actual",
  currentMissing: "Escribe tu contraseña actual.",
  new: "Contraseña nueva",
  newMissing: "Elige una contraseña nueva.",
  show: "Mostrar",
  hide: "Ocultar",
  signOutOthers: "Cerrar las demás sesiones",
  submit: "Cambiar contraseña",
  done: "Has cambiado tu contraseña.",
  atLeast: (characters) => `Usa al menos ${characters} caracteres.`,
  strength: "Seguridad de la contraseña",
  scores: ["Muy débil", "Débil", "Aceptable", "Fuerte", "Muy fuerte"],
  reasons: {
    too_short: "Esta contraseña es demasiado corta. Con una o dos palabras más será lo bastante larga.",
    too_long: "Esta contraseña es demasiado larga. Usa 256 caracteres como máximo.",
    breached: "Esta contraseña ha aparecido en una filtración. Elige otra.",
    contains_email: "Esta contraseña contiene tu correo. Quítalo de ella.",
    same_as_before: "Esta ya es tu contraseña. Elige otra.",
    too_common: "Esta contraseña es de las primeras que se prueban. Elige otra.",
  },
};

const twoFactor: Words["twoFactor"] = {
  title: "Autenticación en dos pasos",
  on: "Activada",
  off: "Desactivada",
  stateOn: "Después de la contraseña, confirma que eres tú con uno de estos métodos.",
  stateOff: "Solo tu contraseña protege esta cuenta. Añade un método.",
  list: "Tus métodos",
  app: "Aplicación de autenticación",
  appNote: "Un código de 6 cifras en tu teléfono. Funciona sin conexión.",
  appNoteHere: "Un código de 6 cifras en tu teléfono o en este navegador. Funciona sin conexión.",
  anotherApp: "Otra aplicación de autenticación",
  anotherAppNote: "En otro teléfono o en tu gestor de contraseñas.",
  recommended: "Recomendado",
  email: "Correo electrónico",
  emailNote: "Un código de 6 cifras en tu correo en cada inicio de sesión.",
  what: "¿Qué es la autenticación en dos pasos?",
  whatAnswer:
    "La autenticación en dos pasos pide un código además de tu contraseña al iniciar sesión. Quien haya adivinado o robado tu contraseña no puede entrar sin ese código. Tú eliges de dónde vienen los códigos: de una aplicación, que es más segura, o de tu correo.",
  learnMore: "Más información",
  thisBrowser: "Este navegador",
  preferred: "Predeterminado",
  disabled: "Desactivado tras demasiados códigos incorrectos. Quítalo y configúralo de nuevo.",
  used: (when) => `Último uso: ${when}`,
  notUsed: "Sin usar",
  manage: "Gestionar",
  makePreferred: "Usar como predeterminado",
  nowPreferred: (method) => `${method} es ahora tu método predeterminado.`,
  remove: "Quitar",
  removeQuestion: (method) => ({
    title: `¿Quitar ${method}?`,
    lead: `Ya no podrás iniciar sesión con ${method}.`,
    action: "Quitar",
  }),
  removed: (method) => `Has quitado ${method}.`,
  added: (method) => `Has añadido ${method}. Podrás usarlo la próxima vez que inicies sesión.`,
  addAnother: "Añadir un método",
  close: "Cerrar",
  turnOn: "Activar",
  turnOff: "Desactivar la autenticación en dos pasos",
  turnOffShort: "Desactivar",
  turnOffNote: "Sin la autenticación en dos pasos, solo tu contraseña protege esta cuenta.",
  turnOffQuestion: {
    title: "¿Desactivar la autenticación en dos pasos?",
    lead: "Sin ella, solo tu contraseña protege esta cuenta.",
    action: "Desactivar",
  },
  turnedOff: "La autenticación en dos pasos está desactivada. Solo tu contraseña protege esta cuenta.",
  turnedOn: "La autenticación en dos pasos está activada. Te pediremos un código en cada inicio de sesión.",
};

const appSetUp: Words["appSetUp"] = {
  useThisBrowser: "Usar este navegador",
  useThisBrowserNote: "Con un clic. Los códigos se guardan cifrados en este navegador y funcionan sin conexión.",
  notSaved: "No se pudo guardar la clave en este navegador, así que no ha cambiado nada. Escanéala con tu teléfono.",
  or: "o escanea con tu teléfono",
  scan: "Escanea esto con tu aplicación de autenticación.",
  qr: "Código QR con la clave para tu aplicación de autenticación",
  openApp: "Abrir en una aplicación de autenticación",
  key: "Clave de configuración",
  typeKey: "¿No puedes escanear? Escribe esta clave en la aplicación:",
  codeLead: "Después escribe el código que muestra la aplicación.",
  startAgain: "Empezar de nuevo",
};

const recovery: Words["recovery"] = {
  title: "Códigos de recuperación",
  left: (left) => (left === 1 ? "Queda 1 de 10" : `Quedan ${left} de 10`),
  saveTitle: "Guarda tus códigos de recuperación",
  lead: "Para cuando no puedas usar ningún otro método. Cada uno sirve una vez.",
  saveLead:
    "Si pierdes el teléfono o el acceso a tu correo, inicia sesión con uno de estos códigos. Cada uno sirve una vez. No podrás verlos de nuevo, así que guárdalos en un lugar seguro.",
  whereToSave: "Un gestor de contraseñas es un buen lugar, aparte de tu teléfono. El papel también sirve.",
  doneWaits: "Primero confirma que has guardado los códigos.",
  list: "Tus códigos de recuperación",
  download: "Descargar",
  print: "Imprimir",
  saved: "He guardado estos códigos",
  done: "Listo",
  fileName: "latchkey-codigos-de-recuperacion.txt",
  fileTitle: (email) => `Códigos de recuperación de Latchkey de ${email}. Cada uno sirve una vez.`,
};

const stepUp: Words["stepUp"] = {
  title: "Confirma que eres tú",
  leads: {
    app: () => "Escribe el código de 6 cifras que muestra ahora tu aplicación de autenticación.",
    email: (sentTo) => (sentTo ? `Hemos enviado un código a ${sentTo}.` : "Enviaremos un código a tu correo."),
    recovery: secondStep.leads.recovery,
    passkey: () => "Usa una llave de acceso de esta cuenta.",
  },
  passwordLead: "Escribe tu contraseña para seguir.",
  submit: "Confirmar",
  cancel: "Cancelar",
};

export const panel: Words = {
  code,
  secondStep,
  signIn,
  create,
  password,
  twoFactor,
  appSetUp,
  recovery,
  stepUp,
  copy: "Copiar",
  copied: "Copiado",
  notCopied: "No se ha podido copiar. Selecciona el texto y cópialo tú.",
  list: {
    all: (count) => `Mostrar los ${count}`,
    fewer: "Mostrar menos",
  },
  back: "Atrás",
  cancel: "Cancelar",
  tryAgain: "Volver a probar",
  loading: "Cargando",
  waitFor: (time) => `Demasiados intentos. Vuelve a probar en ${time}.`,
};
