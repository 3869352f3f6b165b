import type { codes as english } from "../en/codes.ts";
import { firstCodes } from "./first-codes.ts";

/** What the list of codes says of bringing, keeping and finding accounts, in Spanish. */
export const codes: typeof english = {
  importFrom: "Importar de otra aplicación",
  imported: (count) => (count === 1 ? "1 código añadido." : `${count} códigos añadidos.`),
  menu: firstCodes.menu,
  select: "Seleccionar códigos",
  exportTo: "Copia de seguridad o exportación",
  backup: {
    never: "Tus códigos aún no tienen copia de seguridad.",
    old: (when) => `Última copia: ${when}. Tus códigos han cambiado desde entonces.`,
    now: "Hacer una copia",
  },
  pinned: firstCodes.pinned,
  anyTag: firstCodes.anyTag,
  tagChoice: firstCodes.tagChoice,
  order: "Orden",
  orders: { own: "Mi propio orden", recent: "Usados hace poco primero", name: "De la A a la Z" },
  move: (name) => `Mover ${name}`,
  moveHint: "Arrastra, o pulsa Alt y una flecha",
  moved: (name, place, of) => `${name} es ahora el número ${place} de ${of}.`,
};
