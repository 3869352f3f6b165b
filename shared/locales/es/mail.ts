import type { mail as english } from "../en/mail.ts";

const code: (typeof english)["code"] = {
  verify_address: {
    subject: "Tu código de verificación de Latchkey",
    heading: "Introduce este código para verificar tu correo",
    ifNotYou: "Si no has pedido una cuenta, ignora este mensaje. Sin el código no se crea ninguna.",
    reason: "Te escribimos porque alguien ha usado esta dirección para crear una cuenta de Latchkey.",
  },
  enrol: {
    subject: "Tu código para activar los códigos por correo",
    heading: "Introduce este código para recibir los códigos de acceso por correo",
    ifNotYou: "Si no has sido tú, alguien tiene una sesión abierta en tu cuenta.",
    reason: "Te escribimos porque se está añadiendo el correo como método de tu cuenta de Latchkey.",
  },
  second_step: {
    subject: "Tu código de inicio de sesión de Latchkey",
    heading: "Introduce este código para iniciar sesión",
    ifNotYou: "Si no has sido tú, puede que alguien sepa tu contraseña.",
    reason: "Te escribimos porque alguien está iniciando sesión en tu cuenta de Latchkey.",
  },
  reset: {
    subject: "Tu código para restablecer la contraseña de Latchkey",
    heading: "Introduce este código para restablecer tu contraseña",
    ifNotYou: "Si no lo has pedido, ignora este mensaje. Tu contraseña no cambia.",
    reason: "Te escribimos porque alguien ha pedido restablecer la contraseña de tu cuenta de Latchkey.",
  },
  change_email: {
    subject: "Tu código para usar esta dirección en Latchkey",
    heading: "Introduce este código para usar esta dirección en tu cuenta",
    ifNotYou: "Si no lo has pedido, ignora este mensaje. Sin el código no cambia nada.",
    reason: "Te escribimos porque alguien quiere pasar su cuenta de Latchkey a esta dirección.",
  },
  step_up: {
    subject: "Tu código de confirmación de Latchkey",
    heading: "Introduce este código para confirmar que eres tú",
    ifNotYou: "Si no has sido tú, alguien tiene una sesión abierta en tu cuenta.",
    reason: "Te escribimos por un cambio en la seguridad de tu cuenta de Latchkey.",
  },
};

export const mail: typeof english = {
  code,
  expiry: (minutes) => `Caduca en ${minutes} minutos y solo funciona una vez. No lo compartas con nadie.`,
  codeAndButtonExpiry: (codeMinutes: number, linkMinutes: number) =>
    `El código caduca en ${codeMinutes} minutos y el botón en ${linkMinutes}. Cada uno sirve una sola vez. No los compartas con nadie.`,
  resetButton: "Elegir una contraseña nueva",
  unlock: {
    subject: "Desbloquea tu inicio de sesión en Latchkey",
    heading: "Entra con tu contraseña",
    lead: "Se han escrito demasiadas contraseñas incorrectas en tu cuenta, quizá por otra persona. Usa este botón para entrar con la tuya.",
    open: "Desbloquear el inicio de sesión",
    expiry: (minutes: number) =>
      `Caduca en ${minutes} minutos y sirve una sola vez, en el navegador en el que lo abras.`,
    ifNotYou: "Si no lo has pedido tú, ignora este correo. Tu contraseña sigue siendo la misma.",
    reason: "Te lo enviamos porque alguien pidió desbloquear el inicio de sesión de tu cuenta de Latchkey.",
  },
  secureAccount: "Proteger mi cuenta",
  neverAsked: "Nunca pedimos códigos por teléfono ni por chat.",
  invitation: {
    subject: "Tienes una invitación a Latchkey",
    heading: "Elige la contraseña de tu cuenta de Latchkey",
    lead: "Se ha creado una cuenta para esta dirección. Elige una contraseña para empezar a usarla.",
    accept: "Aceptar la invitación",
    expiry: (moment) =>
      `El enlace solo funciona una vez y caduca el ${moment}. Si recibes otra invitación, usa la más reciente.`,
    ifNotYou: "Si no quieres una cuenta, ignora este mensaje. Sin contraseña, nadie puede iniciar sesión.",
    reason: "Te escribimos porque un administrador de este servicio te ha creado una cuenta.",
  },
  addressTaken: {
    subject: "Ya tienes una cuenta de Latchkey",
    heading: "Ya tienes una cuenta de Latchkey",
    lead: "Alguien, quizá tú, ha intentado crear una cuenta con esta dirección. Puedes iniciar sesión con la que ya tienes.",
    signIn: "Iniciar sesión",
    ifNotYou: "Si no has sido tú, no tienes que hacer nada. No ha cambiado nada.",
    reason: "Te escribimos porque alguien ha usado esta dirección para crear una cuenta de Latchkey.",
  },
  addressTakenForChange: {
    subject: "Esta dirección ya tiene una cuenta de Latchkey",
    heading: "Esta dirección ya tiene una cuenta de Latchkey",
    lead: "Alguien, quizá tú, ha intentado pasar otra cuenta a esta dirección. No ha cambiado nada.",
    ifNotYou: "Si no has sido tú, no tienes que hacer nada.",
    reason: "Te escribimos porque alguien quiere pasar su cuenta de Latchkey a esta dirección.",
  },
  browser: "Navegador",
  location: "Ubicación",
  time: "Fecha",
  administrator: "Administrador",
  near: (place) => `Cerca de ${place}`,
  browserOn: (browser, system) => `${browser} en ${system}`,
  unknownBrowser: "Navegador desconocido",
  utc: (moment) => `${moment} (UTC)`,
};
