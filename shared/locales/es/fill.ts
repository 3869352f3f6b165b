import type { fill as english } from "../en/fill.ts";

/** What is said while a code is filled into a page, in Spanish. */
export const fill: typeof english = {
  menu: "Rellenar el código de acceso",
  title: "Rellenar en esta página",
  titleAt: (site) => `Rellenar en ${site}`,
  noName: "Sin nombre",
  filled: (name) => `${name}: código puesto. Revisa la página y continúa.`,
  point: (name) => `Haz clic en el campo del código de ${name}, o ve a él y pulsa Intro. Esc lo cancela.`,
  pointMany: (name) => `Aquí hay varios campos para un código. Haz clic en el de ${name}. Esc lo cancela.`,
  pointMessage: (name) =>
    `Esta página parece pedir un código que te ha enviado. Para poner aun así el de ${name}, haz clic en su campo. Esc lo cancela.`,
  pointNothing: (name) =>
    `En esta página no se ha encontrado ningún campo para un código. Si ves el de ${name}, haz clic en él. Esc lo cancela.`,
  pointing: "Ahora haz clic en el campo de la página.",
  notTaken: (name) => `La página no ha aceptado el código de ${name}. Cópialo de Latchkey y pégalo.`,
  notAllowed: "El navegador no deja que ninguna extensión escriba en esta página. Copia el código y pégalo.",
  otherFrame:
    "Ese campo es de otro sitio que se muestra dentro de esta página, y Latchkey no lo rellena. Si te fías de él, copia el código y pégalo.",
  noPage: "Desde aquí no hay página que rellenar. Usa el botón de Latchkey, o su atajo, en la página.",
  closed: "Ahora no se pueden leer tus códigos. Abre Códigos para ver por qué.",
  failed: "El navegador ha detenido esto antes de rellenar el código. Vuelve a intentarlo, o copia el código y pégalo.",
  noAccounts: "Aún no hay códigos.",
  matching: "De este sitio",
  likely: "Suena a este sitio",
  others: "Otros códigos",
  otherHint: (site) => `De ninguno se sabe que sea de ${site}.`,
  unencrypted: (site) => ({
    title: "Esta página no está cifrada",
    lead: `Cualquiera en la red puede leer lo que escribas en ${site}, o cambiar la página, y usar el código que lea.`,
    fill: "Rellenar de todos modos",
  }),
  ask: {
    likely: (name, site) => ({
      title: `¿Es ${site} el sitio de ${name}?`,
      lead: "Los nombres se parecen, pero cualquiera puede tener una dirección similar. Compárala con la que conoces.",
    }),
    other: (name, site) => ({
      title: `De ${site} no se sabe que sea de ${name}`,
      lead: "Una página que pide el código de otro sitio puede ser una imitación. Rellénalo solo si sabes que este código es de aquí.",
    }),
    elsewhere: (name, site, used) => ({
      title: `${site} no es donde se usa ${name}`,
      lead: `Hasta ahora su código iba a ${used}. Una página que pide el código de otro sitio puede ser una imitación.`,
    }),
    fill: "Rellenar aquí y recordarlo",
    cancel: "No rellenar",
  },
};
