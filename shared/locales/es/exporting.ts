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
  page: (number: number, of: number) => `Código QR ${number} de ${of}`,
  pageAlt: (number: number, of: number) => `Código QR ${number} de ${of} para Google Authenticator`,
  pageBack: "Atrás",
  pageNext: "Siguiente",
  passphrase: "Frase de contraseña",
  repeated: "Repite la frase",
  passphraseNote:
    "Cuatro palabras o más se recuerdan bien y cuesta adivinarlas. Sin ella nadie puede abrir la copia, tampoco tú.",
  show: "Mostrar",
  hide: "Ocultar",
  warning:
    "Quien consiga este archivo podrá generar tus códigos mientras sus claves estén en uso. No lo guardes, o solo en un lugar cifrado, y bórralo cuando la otra aplicación lo haya leído.",
  understood: "Lo entiendo: escribirlo sin cifrar",
  refused: {
    too_short: "Usa 8 caracteres o más.",
    too_easy: "Esta frase de paso es demasiado fácil de adivinar. Elige otra.",
    not_same: "Las dos frases no coinciden. Escribe la segunda de nuevo.",
    not_understood: "Marca la casilla para escribir un archivo sin cifrar.",
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
  done: "El archivo se ha guardado. Comprueba que está en tus descargas.",
  count: (count) => (count === 1 ? "Contiene 1 cuenta." : `Contiene ${count} cuentas.`),
  notAllowed: "Tu organización ha desactivado las exportaciones en este navegador.",
  notTakenOut: "Las claves no se han entregado. Abre Códigos para ver por qué.",
  qrTitle: (name) => `Código QR de ${name}`,
  qrWarning: "Quien fotografíe este código podrá generar tus códigos. Enséñalo solo a la aplicación que deba tenerlo.",
  qrShow: "Mostrar el código",
  qrAlt: "Código QR con la clave de esta cuenta",
  qrCounted: "Códigos por contador: usa esta cuenta en un solo sitio desde ahora, porque cada uso mueve el contador.",
};
