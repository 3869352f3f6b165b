import type { importing as english } from "../en/importing.ts";

/** What the import of codes says, in Spanish. */
export const importing: typeof english = {
  title: "Importar códigos",
  lead: "Suelta o elige el archivo que exportaste de tu otro autenticador o gestor de contraseñas. Se lee en este dispositivo y no se sube a ningún sitio.",
  choose: "Elegir archivos",
  drop: "o suéltalos aquí",
  known:
    "Aegis, 2FAS, andOTP, Authenticator, Authy, Battle.net, Bitwarden, Contraseñas de Apple, Dashlane, Duo Mobile, Ente Auth, FreeOTP, Google Authenticator, KeePass, LastPass, 1Password, Proton, Raivo, Steam, Stratum, TOTP Authenticator, imágenes de códigos QR, listas de enlaces y las copias de Latchkey.",
  knownTitle: "¿Qué archivos se pueden leer?",
  paste: "O pega enlaces, uno por línea",
  takePasted: "Leer los enlaces",
  pastedName: "Enlaces pegados",
  reading: (percent) => (percent > 0 ? `Abriendo: ${percent} %` : "Leyendo…"),
  slow: "Puede tardar unos segundos porque el archivo está bien protegido.",
  from: (program) => `de ${program}`,
  password: (file) => `Contraseña de ${file}`,
  keyFile: "Archivo clave, si la base de datos tiene uno",
  open: "Abrir",
  leaveOut: (file) => `Descartar ${file}`,
  found: (count) => (count === 1 ? "1 código" : `${count} códigos`),
  show: "Mostrar",
  hide: "Ocultar",
  failures: {
    not_recognised: "Latchkey no reconoce este archivo. Expórtalo de nuevo y elígelo sin cambiarlo.",
    damaged: "Este archivo está dañado o incompleto. Expórtalo de nuevo.",
    too_large: "Este archivo es más grande que cualquier exportación, así que no se ha leído.",
    too_costly: "Abrir este archivo costaría mucho más que cualquier exportación real, así que no se ha abierto.",
    other_key:
      "Este archivo está cifrado con una clave que solo tiene la app que lo exportó. Expórtalo allí sin cifrar o con una contraseña.",
    newer: "Este archivo es de una versión más nueva que Latchkey aún no puede leer.",
    password_needed: "Este archivo está protegido con contraseña. Introduce la que pusiste al exportarlo.",
    unknown_cipher:
      "Este archivo está cifrado con un algoritmo que Latchkey no puede leer. Elige AES o ChaCha20 en los ajustes de la base de datos, guárdala e inténtalo de nuevo.",
    nothing_found: "No hay ningún código QR en esta imagen. Haz una captura más grande en la que se vea entero.",
    wrong_password: "Esa contraseña no abre este archivo. Inténtalo de nuevo.",
  },
  toAdd: (count) => (count === 1 ? "Se añadirá 1 código" : `Se añadirán ${count} códigos`),
  already: (count) => (count === 1 ? "1 ya está aquí" : `${count} ya están aquí`),
  refused: (count) => (count === 1 ? "1 no se puede leer" : `${count} no se pueden leer`),
  withoutCodes: (count) => (count === 1 ? "Se omite 1 acceso sin código." : `Se omiten ${count} accesos sin códigos.`),
  parts: (have, of) =>
    `${have.length === 1 ? `Esta es la parte ${have[0]}` : `Estas son las partes ${have.join(", ")}`} de ${of}. Añade los demás códigos QR de la misma exportación para tener todos tus códigos.`,
  more: (count) => `y ${count} más`,
  nothing: "No hay nada que añadir.",
  reasons: {
    not_otpauth: "no es un enlace con una clave de configuración",
    bad_type: "usa un tipo de código que Latchkey no admite",
    bad_secret: "no tiene clave de configuración, o está dañada",
    bad_algorithm: "usa un algoritmo que Latchkey no admite",
    bad_digits: "tiene un número de cifras que no está entre 6 y 10",
    bad_period: "tiene códigos que duran demasiado o demasiado poco",
    bad_counter: "tiene un contador fuera de los límites",
    too_long: "tiene un nombre demasiado largo",
    not_an_entry: "no es un código",
    sealed: "no se abre con esta contraseña",
    bad_migration: "es un código QR de Google Authenticator dañado o incompleto",
    in_bin: "se eliminó en la otra app",
  },
  badCharacter: (character: string) =>
    `tiene «${character}» en su clave de configuración, que solo admite letras de la A a la Z y cifras del 2 al 7`,
  submit: (count) => (count === 1 ? "Añadir 1 código" : `Añadir ${count} códigos`),
};
