import type { pages as english } from "../en/pages.ts";

export const pages: typeof english = {
  brand: "Latchkey",
  skip: "Saltar al contenido",
  welcome: {
    title: "Latchkey",
    headline: "Tu cuenta, tras una cerradura mejor",
    lead: "Una cuenta con contraseña, un segundo paso que tú eliges y códigos que te dejan entrar cuando no tienes el teléfono. Todo lo puedes ver y cambiar tú.",
    create: "Crear cuenta",
    signIn: "Iniciar sesión",
    points: [
      {
        title: "Un segundo paso",
        text: "Un código de una aplicación de autenticación o de tu correo en cada inicio de sesión.",
      },
      {
        title: "Códigos de recuperación",
        text: "Diez códigos para cuando no tengas el teléfono. Cada uno sirve una vez.",
      },
      {
        title: "En tus manos",
        text: "Cambia tu contraseña, añade un método o quítalo: vale desde ese mismo momento.",
      },
    ],
  },
  signIn: { title: "Iniciar sesión" },
  create: { title: "Crear cuenta" },
  site: {
    signingIn: ["Vas a entrar en", "con tu cuenta de Latchkey."],
    confirming: ["", "quiere asegurarse de que eres tú."],
    allowing: ["", "quiere acceder a tu cuenta de Latchkey."],
  },
  confirm: {
    title: "Confirma que eres tú",
    signedInAs: (email: string) => `Has iniciado sesión como ${email}.`,
    another: "Usar otra cuenta",
  },
  allow: {
    title: "¿Permitir el acceso?",
    signedInAs: (email: string) => `Has iniciado sesión como ${email}.`,
    can: "Si lo permites, podrá:",
    scopes: {
      openid: "Reconocerte cada vez que inicies sesión",
      profile: "Ver tu nombre y tu idioma",
      email: "Ver tu correo electrónico",
      offline_access: "Conservar el acceso después de que cierres sesión en Latchkey",
    },
    takeBack: "Puedes quitarle el acceso cuando quieras en Seguridad, Aplicaciones conectadas.",
    allow: "Permitir",
    cancel: "Cancelar",
  },
  unknownSite: {
    title: "No conocemos ese sitio",
    lead: "La página que te ha enviado aquí no está preparada para iniciar sesión con Latchkey, o su dirección ha cambiado. No le hemos enviado nada. Vuelve atrás y avisa a quien la lleva.",
    forDevelopers: "Si eres tú: client_id y redirect_uri tienen que estar registrados, la dirección letra por letra.",
  },
  menu: { open: "Perfil", profile: "Perfil", security: "Seguridad", signOut: "Cerrar sesión", label: "Tu cuenta" },
  leaveCodes: {
    title: "¿Salir sin guardar los códigos?",
    lead: "No podrás volver a ver estos códigos.",
    stay: "Quedarse",
    leave: "Salir",
  },
  otherAccount: {
    title: "Has entrado con otra cuenta",
    lead: (email: string) =>
      `En este navegador la sesión es ahora de ${email}. En la cuenta que se veía aquí no se ha cambiado nada.`,
    goOn: "Continuar",
  },
  profile: {
    title: "Perfil",
    email: "Correo electrónico",
    memberSince: "Cuenta creada",
    language: "Idioma",
    languageNote: "Para tus correos, y para estas páginas en este navegador.",
    security: "Seguridad",
    securityOn: "La autenticación en dos pasos está activada.",
    securityOff: "La autenticación en dos pasos está desactivada: solo tu contraseña protege esta cuenta.",
    toSecurity: "Abrir Seguridad",
  },
  secure: {
    title: "Protege tu cuenta",
    lead: "Un paso de tres hecho. El siguiente lleva unos dos minutos.",
    done: "Hecho",
    after: "Después del paso 2",
    turnOn: "Activar",
    steps: [
      { title: "Verifica tu correo", text: "" },
      {
        title: "Activa la autenticación en dos pasos",
        text: "Con un segundo método, una contraseña robada no basta para abrir tu cuenta.",
      },
      {
        title: "Guarda tus códigos de recuperación",
        text: "Diez códigos para cuando pierdas el teléfono. Los recibirás al activar la autenticación en dos pasos.",
      },
    ],
  },
  security: { title: "Seguridad", lead: "Cómo inicias sesión y dónde la tienes abierta." },
  reset: { title: "Elige una contraseña nueva" },
  unlock: { title: "Desbloquear el inicio de sesión" },
  mailbox: {
    title: "Buzón",
    lead: "Los correos que Latchkey habría enviado, guardados una hora en esta máquina.",
    refresh: "Actualizar",
    empty: "Todavía no hay correos. Crea una cuenta y aquí llegará su código.",
    unreachable: "Ahora no se puede leer el buzón. Se volverá a probar.",
    to: "Para",
    code: "Código",
    copyCode: "Copiar código",
    copied: "Copiado",
    notCopied: "No se ha podido copiar. Selecciona el código y cópialo tú.",
  },
  twoFactor: {
    title: "Autenticación en dos pasos",
    lead: "Una contraseña es una cerradura, y las cerraduras se fuerzan. Un segundo paso es otra, de otra clase.",
    sections: [
      {
        title: "Qué es",
        paragraphs: [
          "Para iniciar sesión suele bastar una cosa: algo que sabes, tu contraseña. La autenticación en dos pasos, también llamada multifactor o MFA, pide además algo de otra clase: algo que tienes, como tu teléfono o tu correo. Se demuestra con un código de 6 cifras que caduca enseguida y sirve una sola vez.",
        ],
      },
      {
        title: "Por qué tenerla",
        paragraphs: [
          "Las contraseñas se filtran de otros sitios, se adivinan y se escriben en la página equivocada. Con un segundo paso, una contraseña robada no abre nada por sí sola: hace falta también el código de ese momento, y ese lo tienes tú.",
        ],
      },
      {
        title: "Qué método elegir",
        paragraphs: [
          "Una aplicación de autenticación es lo más seguro. Crea los códigos ella misma con una clave que solo tienen ella y Latchkey, así que funciona sin conexión y no hay nada por el camino que se pueda leer.",
          "El correo no necesita nada nuevo: en cada inicio de sesión llega un código. Es tan seguro como tu correo, así que protégelo bien. Puedes tener los dos y elegir cuál se pide primero.",
        ],
      },
      {
        title: "Qué son los códigos de recuperación",
        paragraphs: [
          "Al activar la autenticación en dos pasos recibes diez códigos de recuperación, una sola vez. Cada uno te deja entrar una vez en lugar de un código, para el día en que pierdas el teléfono o no llegues a tu correo. Guárdalos lejos del teléfono: en un gestor de contraseñas, o en papel donde guardarías una llave de repuesto. Sin ellos y sin tu método, nadie puede volver a dejarte entrar.",
        ],
      },
      {
        title: "Qué no puede hacer",
        paragraphs: [
          "Te pueden sacar un código con engaños. Una página falsa que imite a esta puede pedirte la contraseña y el código y usar ambos al momento. Mira la dirección antes de escribir y no des nunca un código a nadie, lo pida quien lo pida. Tampoco ayuda si alguien controla ya tu teléfono o tu ordenador.",
        ],
      },
    ],
    toSecurity: "Activarla en Seguridad",
  },
  ask: {
    toSignIn: "Ir a iniciar sesión",
    notMe: {
      title: "¿No has sido tú?",
      lead: "Entonces cierra todas las sesiones. Se cierra la sesión de tu cuenta en todos los navegadores y tu contraseña deja de servir. Crearás otra con un código que te enviamos por correo.",
      action: "Cerrar todas las sesiones",
      done: "Se han cerrado todas las sesiones y la contraseña anterior ya no sirve. Elige «¿Has olvidado tu contraseña?» para crear otra.",
    },
    stopReset: {
      title: "¿Detener este cambio de contraseña?",
      lead: "Alguien pidió una contraseña nueva para tu cuenta con un código de tu correo. Si no has sido tú, detenlo: no cambia nada, y conviene que cambies la contraseña de tu correo.",
      action: "Detener el cambio",
      done: "El cambio está detenido. Tu contraseña sigue siendo la misma. Cambia la contraseña de tu correo, porque alguien más lo ha leído.",
    },
    signOut: {
      title: "¿Cerrar la sesión?",
      lead: "Se cerrará la sesión de tu cuenta de Latchkey en este navegador.",
      action: "Cerrar sesión",
      done: "Se ha cerrado la sesión.",
    },
    stopTwoFactorReset: {
      title: "¿Conservar la autenticación en dos pasos?",
      lead: "Han pedido a quienes llevan este servicio que desactiven tu autenticación en dos pasos. Si no lo has pedido tú, detenlo aquí: tu segundo paso sigue como está.",
      action: "Conservarla",
      done: "Tu autenticación en dos pasos sigue activada. Si no habías pedido desactivarla, alguien lo pidió en tu nombre: díselo a quienes llevan este servicio.",
    },
    undoEmail: {
      title: "¿Recuperar tu dirección?",
      lead: "Tu cuenta recupera su dirección de correo anterior. Se cierran todas las sesiones y la contraseña deja de servir: crearás otra con un código que enviamos a esta dirección.",
      action: "Recuperar mi dirección",
      done: "Tu dirección ha vuelto y se han cerrado todas las sesiones. Elige «¿Has olvidado tu contraseña?» para crear una contraseña nueva.",
    },
  },
  expired: {
    not_me: "Ha caducado. Si alguien puede saber tu contraseña, elige otra ahora.",
    stop_reset:
      "Ya se ha usado, o ese cambio de contraseña ya ha terminado. Si no lo pediste tú, elige aquí otra contraseña y cambia la de tu correo.",
    undo_email:
      "Ya se ha usado o ha caducado. Si no cambiaste tú la dirección, escribe a quienes gestionan este servicio.",
    invitation:
      "Ya se ha usado, ha caducado o se ha sustituido por otra más nueva. Si ya elegiste una contraseña, inicia sesión. Si no, pide otra invitación.",
    stop_two_factor_reset:
      "Ya se ha usado, o no queda nada que detener. Inicia sesión para ver tu autenticación en dos pasos.",
  },
  undoProof: "La autenticación en dos pasos protege esta cuenta, así que confirma que eres tú.",
  invitation: {
    title: "Tienes una invitación",
    lead: "Se ha creado una cuenta para ti. Elige su contraseña y será tuya.",
    password: "Contraseña",
    submit: "Guardar la contraseña",
    doneTitle: "Tu cuenta está lista",
    done: "Tu contraseña está guardada. Inicia sesión con ella y con la dirección a la que llegó la invitación.",
  },
  home: "Ir a Latchkey",
  notFound: {
    title: "No se ha encontrado la página",
    lead: "No hay ninguna página en esta dirección. Comprueba la dirección o empieza por la página inicial de Latchkey.",
  },
  failed: {
    title: "Esta página no está disponible ahora",
    lead: "Algo ha fallado por nuestra parte, o ha habido demasiadas peticiones. Espera un momento y vuelve a probar.",
  },
  cookiesBlocked:
    "Tu navegador bloquea las cookies de este sitio, así que no puede mantener tu sesión. Permite las cookies y recarga la página.",
  problem: { retry: "Volver a probar" },
  language: { label: "Idioma", en: "English", es: "Español" },
};
