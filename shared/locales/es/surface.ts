import type { surface as english } from "../en/surface.ts";

/** What is said where the screens are shown in other places than the popup, and when the extension is new, in Spanish. */
export const surface: typeof english = {
  title: "Dónde abrirla",
  openTab: "Abrir en una pestaña",
  openPanel: "Abrir en el panel lateral",
  shortcuts: "Teclado",
  shortcutOpen: "Abre Latchkey",
  shortcutFill: "Pone el código en la página",
  changeShortcuts: "Se cambian en los ajustes de extensiones del navegador.",
  none: "ninguno",
  welcome: {
    documentTitle: "Te damos la bienvenida a Latchkey",
    title: "Tus códigos de acceso, en tu navegador",
    lead: "Se generan aquí, sin servidor, y se guardan cifrados en tu disco. Tres cosas que conviene saber:",
    pin: {
      title: "Tenla a mano",
      text: "Fija Latchkey junto a la barra de direcciones: pulsa la pieza de puzle y luego el alfiler.",
      shortcut: (keys) => `O pulsa ${keys} en cualquier página.`,
      panel: "Para tener los códigos junto a la página, ábrelos en el panel lateral.",
    },
    scan: {
      title: "Añade tus códigos",
      text: "En la página que muestra un código QR, abre Latchkey y elige «Escanear esta página».",
      import: "¿Vienes de otra aplicación?",
      importLink: "Importa tus códigos",
    },
    fill: {
      title: "Rellena los códigos",
      text: "Donde un sitio pida el código, elige «Rellenar».",
      shortcut: (keys) => `O pulsa ${keys}.`,
      safe: "Latchkey solo rellena cuando se lo pides, y avisa si el sitio no es el que conoce.",
    },
    start: "Añadir el primer código",
    panel: "Abrir el panel lateral",
    account:
      "En Seguridad también puedes crear una cuenta de Latchkey o entrar en la tuya. Los códigos funcionan sin ella.",
    accountLink: "Cuenta de Latchkey",
    locked:
      "Quien copie el perfil de este navegador puede abrir tus códigos, si no creas una frase de paso en Ajustes.",
    later: "Latchkey solo ve una página cuando la pulsas. No pide acceso a tus demás sitios.",
  },
};
