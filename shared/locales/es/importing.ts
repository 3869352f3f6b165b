import type { importing as english } from "../en/importing.ts";

/** What the import of accounts says, in Spanish. */
export const importing: typeof english = {
  title: "Importar cuentas",
  lead: "Suelta aquí el archivo que exportó tu otro autenticador o gestor de contraseñas, o elígelo. Se lee aquí y no se envía a ningún sitio.",
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
  found: (count) => (count === 1 ? "1 cuenta" : `${count} cuentas`),
  show: "Mostrar",
  hide: "Ocultar",
  failures: {
    not_recognised: "Latchkey no conoce este tipo de archivo. Expórtalo de nuevo y elígelo tal como sale.",
    damaged: "Este archivo está dañado o incompleto. Expórtalo de nuevo.",
    too_large: "Este archivo es más grande que cualquier exportación, así que no se ha leído.",
    too_costly: "Abrir este archivo pide más trabajo que cualquier exportación real, así que no se ha abierto.",
    other_key:
      "Este archivo está cifrado con una clave que solo tiene el programa que lo escribió. Expórtalo allí sin cifrar, o con una contraseña propia.",
    newer: "Este archivo lo escribió una versión más nueva de las que Latchkey conoce.",
    password_needed: "Este archivo está protegido con contraseña. Escribe la que se puso al exportarlo.",
    unknown_cipher:
      "Este archivo está cifrado con un algoritmo que Latchkey no puede leer. Elige AES o ChaCha20 en los ajustes de la base de datos, guárdala e inténtalo de nuevo.",
    nothing_found: "No hay ningún código QR en esta imagen. Haz una captura más grande en la que se vea entero.",
    wrong_password: "Esa contraseña no abre este archivo. Inténtalo de nuevo.",
  },
  toAdd: (count) => (count === 1 ? "Se añadirá 1 cuenta" : `Se añadirán ${count} cuentas`),
  already: (count) => (count === 1 ? "1 ya está aquí" : `${count} ya están aquí`),
  refused: (count) => (count === 1 ? "1 no se puede leer" : `${count} no se pueden leer`),
  withoutCodes: (count) => (count === 1 ? "Se omite 1 acceso sin códigos." : `Se omiten ${count} accesos sin códigos.`),
  parts: (have, of) =>
    `${have.length === 1 ? `Esta es la parte ${have[0]}` : `Estas son las partes ${have.join(", ")}`} de ${of}. Añade los demás códigos QR de la misma exportación para tener todas las cuentas.`,
  more: (count) => `y ${count} más`,
  nothing: "No contiene nada que añadir.",
  reasons: {
    not_otpauth: "no es un enlace de una cuenta",
    bad_type: "usa un tipo de código que aquí no se conoce",
    bad_secret: "no tiene clave, o está dañada",
    bad_algorithm: "pide un algoritmo que aquí no se conoce",
    bad_digits: "pide un número de cifras que no está entre 6 y 10",
    bad_period: "tiene códigos que duran un tiempo fuera de los límites",
    bad_counter: "cuenta sus códigos y su contador está fuera de los límites",
    too_long: "tiene un nombre demasiado largo",
    not_an_entry: "no es una cuenta",
    sealed: "no se abre con esta contraseña",
    bad_migration: "es un código QR de Google Authenticator dañado o incompleto",
    in_bin: "está en la papelera del otro programa",
  },
  badCharacter: (character: string) =>
    `tiene «${character}» en su clave de configuración, que solo admite letras de la A a la Z y cifras del 2 al 7`,
  submit: (count) => (count === 1 ? "Añadir 1 cuenta" : `Añadir ${count} cuentas`),
};
