import type { mail as english } from "../en/mail.ts";

export const mail: typeof english = {
  code: {
    verify_address: {
      subject: "Tu código de verificación de Latchkey",
      lead: "Escribe este código para terminar de crear tu cuenta de Latchkey:",
      ifNotYou: "Si no has pedido una cuenta, ignora este correo: sin el código no se crea ninguna.",
    },
    enrol: {
      subject: "Tu código para activar la autenticación en dos pasos",
      lead: "Escribe este código para recibir en esta dirección los códigos de inicio de sesión:",
      ifNotYou: "Si no has sido tú, alguien ha entrado en tu cuenta. Cambia tu contraseña ahora.",
    },
    second_step: {
      subject: "Tu código de inicio de sesión de Latchkey",
      lead: "Escribe este código para terminar de iniciar sesión:",
      ifNotYou:
        "Si no estás iniciando sesión, alguien sabe tu contraseña. No compartas este código y cambia tu contraseña.",
    },
    reset: {
      subject: "Tu código para restablecer la contraseña de Latchkey",
      lead: "Escribe este código para elegir una contraseña nueva:",
      ifNotYou: "Si no lo has pedido, ignora este correo: sin el código, tu contraseña sigue igual.",
    },
    change_email: {
      subject: "Tu código para usar esta dirección en Latchkey",
      lead: "Escribe este código para usar esta dirección en tu cuenta a partir de ahora:",
      ifNotYou: "Si no lo has pedido, ignora este correo: sin el código no cambia nada.",
    },
    step_up: {
      subject: "Tu código de confirmación de Latchkey",
      lead: "Escribe este código para confirmar que eres tú:",
      ifNotYou: "Si no has sido tú, alguien ha entrado en tu cuenta. Cambia tu contraseña ahora.",
    },
  },
  goodFor: "Sirve durante 10 minutos, una sola vez. Un código más nuevo lo sustituye.",
  openReset: "Restablecer la contraseña",
  linkExpiry: "El enlace caduca en una hora y sirve una sola vez.",
  unlock: {
    subject: "Inicia sesión en Latchkey",
    lead: "Alguien ha escrito demasiadas contraseñas incorrectas en tu cuenta. Abre este enlace para entrar con la tuya:",
    open: "Desbloquear el inicio de sesión",
    ifNotYou: "Si no lo has pedido tú, ignora este correo. Tu contraseña sigue siendo la misma.",
  },
  invitation: {
    subject: "Tienes una invitación a Latchkey",
    lead: "Se ha creado una cuenta para esta dirección. Abre esta página para elegir su contraseña:",
    link: "Aceptar la invitación",
    goodUntil: (moment) => `El enlace sirve hasta el ${moment}, una sola vez. Una invitación más nueva lo sustituye.`,
    ifNotYou: "Si no la quieres, ignora este correo: sin contraseña, nadie puede iniciar sesión.",
  },
  addressTaken: {
    subject: "Ya tienes una cuenta de Latchkey",
    lead: "Alguien, quizá tú, ha pedido una cuenta nueva con esta dirección. Ya tienes una: inicia sesión con ella.",
    ifNotYou: "Si no has sido tú, no hay nada que hacer: no ha cambiado nada.",
  },
  addressTakenForChange: {
    subject: "Esta dirección ya tiene una cuenta de Latchkey",
    lead: "Alguien, quizá tú, ha pedido pasar otra cuenta a esta dirección. Ya tiene una cuenta, así que no ha cambiado nada.",
    ifNotYou: "Si no has sido tú, no hay nada que hacer.",
  },
  signature: "Latchkey, seguridad de tu cuenta",
};
