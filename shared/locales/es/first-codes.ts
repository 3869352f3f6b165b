import type { firstCodes as english } from "../en/first-codes.ts";

/** The words around the first codes, in Spanish. */
export const firstCodes: typeof english = {
  tabs: { label: "Latchkey", codes: "Códigos", security: "Seguridad", settings: "Ajustes" },
  codes: {
    search: (count) => (count === 1 ? "Buscar 1 código" : `Buscar ${count} códigos`),
    enterCopies: "Intro copia el primero",
    list: "Tus códigos",
    copy: "Copiar",
    next: (code) => `siguiente ${code}`,
    nextCode: (name) => `Siguiente código de ${name}`,
    showNext: "Siguiente",
    more: (name) => `Más sobre ${name}`,
    noName: "Sin nombre",
    add: "Añadir código",
    fill: "Rellenar",
    fillShort: "Rellenar",
  },
  menu: "Más",
  pinned: "Fijado",
  anyTag: "Todos",
  tagChoice: "Mostrar los códigos con una etiqueta",
};
