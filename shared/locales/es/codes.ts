import type { codes as english } from "../en/codes.ts";

/** What the list of codes says of bringing, keeping and finding accounts, in Spanish. */
export const codes: typeof english = {
  importFrom: "Importar de otra aplicación",
  imported: (count) => (count === 1 ? "Se ha añadido 1 cuenta." : `Se han añadido ${count} cuentas.`),
  menu: "Más",
  exportTo: "Copia de seguridad o exportación",
  backup: {
    never: "Tus cuentas aún no tienen copia de seguridad.",
    old: (when) => `Última copia: ${when}. Las cuentas han cambiado desde entonces.`,
    now: "Hacer una copia",
  },
  pin: "Fijar arriba",
  unpin: "Dejar de fijar",
  pinned: "Fijada",
  tags: "Etiquetas",
  tagsHint: "Separadas por comas, como trabajo, familia",
  saveTags: "Guardar etiquetas",
  anyTag: "Todas",
  tagChoice: "Mostrar las cuentas con una etiqueta",
  order: "Orden",
  orders: { own: "Mi propio orden", recent: "Usadas hace poco primero" },
  move: (name) => `Mover ${name}`,
  moveHint: "Arrastra, o pulsa Alt y una flecha",
  moved: (name, place, of) => `${name} es ahora la número ${place} de ${of}.`,
  qr: "Mostrar como código QR",
};
