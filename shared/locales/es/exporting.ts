import type { exporting as english } from "../en/exporting.ts";

/** What backups and exports say, in Spanish. */
export const exporting: typeof english = {
  title: "Copia de seguridad o exportación",
  how: "Tipo de archivo",
  kinds: {
    backup: { title: "Copia cifrada", note: "Solo la abre tu frase de contraseña." },
    aegis: { title: "Aegis", note: "Cifrado con una frase de contraseña, o sin cifrar." },
    "two-fas": { title: "2FAS", note: "Cifrado con una frase de contraseña, o sin cifrar." },
    ente: { title: "Ente Auth", note: "Cifrado con una frase de contraseña, o sin cifrar." },
    google: {
      title: "Google Authenticator",
      note: "Códigos QR para escanear con el móvil. Muchas otras apps también los leen.",
    },
    links: { title: "Lista de enlaces", note: "Sin cifrar. Se lee en casi todas partes." },
  },
  plain: "Sin cifrar",
  leftOut: (count: number) =>
    count === 1
      ? "1 código no se incluye, porque esa app mostraría uno incorrecto:"
      : `${count} códigos no se incluyen, porque esa app mostraría códigos incorrectos:`,
  more: (count: number) => `y ${count} más`,
  googleLead:
    "En Google Authenticator, en tu móvil, elige Transferir cuentas, luego Importar cuentas, y escanea todos los códigos QR.",
  googleCount: (count: number, pages: number) =>
    pages === 1
      ? `Contiene ${count === 1 ? "tu código" : `los ${count} códigos`}.`
      : `Entre todos contienen ${count} códigos.`,
  page: (number: number, of: number) => `Código QR ${number} de ${of}`,
  pageAlt: (number: number, of: number) => `Código QR ${number} de ${of} para Google Authenticator`,
  pageBack: "Atrás",
  pageNext: "Siguiente",
  passphrase: "Frase de contraseña de la copia",
  repeated: "Repite la frase",
  passphraseNote:
    "Cuatro palabras o más se recuerdan bien y cuesta adivinarlas. Sin la frase nadie puede abrir el archivo, tampoco tú.",
  show: "Mostrar",
  hide: "Ocultar",
  warning: "Quien tenga este archivo puede generar tus códigos. Impórtalo en la otra app y después bórralo.",
  understood: "Lo entiendo. Exportar sin cifrar",
  refused: {
    too_short: "Usa al menos 8 caracteres.",
    too_easy: "Esta frase de contraseña es demasiado fácil de adivinar. Elige otra.",
    not_same: "Las frases no coinciden. Introduce la segunda de nuevo.",
    not_understood: "Marca la casilla para exportar sin cifrar.",
  },
  submit: {
    backup: "Guardar copia",
    aegis: "Exportar",
    "two-fas": "Exportar",
    ente: "Exportar",
    google: "Mostrar los códigos QR",
    links: "Exportar",
  },
  sealing: (percent) => `Cifrando: ${percent} %`,
  done: "Archivo guardado. Comprueba que está en tus descargas.",
  count: (count) => (count === 1 ? "Contiene 1 código." : `Contiene ${count} códigos.`),
  notAllowed: "Tu organización ha desactivado las exportaciones en este navegador.",
  notWritten: "No se ha podido escribir el archivo. Cierra otras ventanas y vuelve a intentarlo.",
  notNoted:
    "El archivo está guardado, pero este navegador no ha podido anotarlo. Puede que se te recuerde otra vez hacer una copia.",
  notTakenOut: "Ahora no se pueden leer tus claves de configuración. Abre Códigos para ver por qué.",
  qrTitle: (name) => `Código QR de ${name}`,
  qrWarning:
    "Quien fotografíe este código QR podrá generar tus códigos. Enséñalo solo a la app a la que quieras añadirlo.",
  qrShow: "Mostrar código QR",
  qrAlt: "Código QR con la clave de configuración",
  qrCounted: "Es un código por contador. Úsalo en una sola app, porque cada uso mueve el contador.",
};
