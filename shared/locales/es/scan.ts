import type { scan as english } from "../en/scan.ts";

/** What is said while a QR code is looked for and what it holds is taken, in Spanish. */
export const scan: typeof english = {
  byScan: "Escanear o pegar",
  lead: "Abre la página que muestra el código QR y escanéalo.",
  leadElsewhere: "Toma el código QR de una imagen o enséñaselo a la cámara.",
  thisPage: "Escanear esta página",
  looking: "Buscando un código QR…",
  otherWays: "Otras formas",
  image: "Imagen",
  clipboard: "Portapapeles",
  camera: "Cámara",
  drop: "También puedes soltar o pegar una imagen en cualquier parte de esta ventana.",
  pasteMany: "Empieza por otpauth://. Pueden ser varios a la vez.",
  found: (count) => (count === 1 ? "1 código encontrado" : `${count} códigos encontrados`),
  choose: "Códigos para añadir",
  selectAll: "Seleccionar todo",
  selected: (count) => (count === 1 ? "1 seleccionado" : `${count} seleccionados`),
  have: "Ya guardado",
  save: (count) => (count === 1 ? "Guardar código" : `Guardar ${count} códigos`),
  saved: (count) => `${count} códigos añadidos.`,
  again: "Escanear otra cosa",
  firstCode: "Primer código",
  counted: "Por contador",
  unread: (count) => (count === 1 ? "1 código no se ha podido tomar:" : `${count} códigos no se han podido tomar:`),
  problems: {
    not_allowed:
      "El navegador no deja que ninguna extensión vea esta página. Haz una captura y pégala aquí, o usa la imagen, el enlace o la clave.",
    no_page: "Desde aquí no hay página que escanear. Pulsa el botón de Latchkey en la página que muestra el código QR.",
    nothing_found:
      "No se ha encontrado ningún código QR. Amplíalo, muéstralo entero con su margen y vuelve a intentarlo.",
    nothing_found_page:
      "No se ha encontrado ningún código QR en esta página. Desplázate hasta verlo entero, amplíalo y vuelve a intentarlo.",
    bad_migration:
      "Es una exportación de Google Authenticator, pero el código QR está dañado o incompleto. Vuelve a crearlo y escanéalo entero.",
    not_a_key: (start) => `Ese código QR no contiene ninguna clave de configuración. Empieza por «${start}».`,
    not_an_image: "Latchkey no puede leer esa imagen. Usa PNG, JPEG, WebP, GIF o SVG.",
    too_large: "Esa imagen es demasiado grande. Recórtala al código QR.",
    clipboard_empty: "En el portapapeles no hay ni imagen ni enlace. Copia antes uno.",
    clipboard_refused: "El navegador no ha dejado leer el portapapeles. Pulsa aquí Ctrl+V.",
    no_camera: "No se ha podido usar ninguna cámara. Permítela para esta página en el navegador, o usa una imagen.",
  },
  cameraTitle: "Escanear con la cámara",
  cameraLead: "Pon el código QR delante de la cámara. Nada de la imagen sale de este navegador.",
  stopCamera: "Parar la cámara",
  dropHere: "Suéltalo aquí",
};
