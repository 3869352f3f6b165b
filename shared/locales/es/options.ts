import type { options as english } from "../en/options.ts";

/** What is said about the choices of how the extension looks, in Spanish. */
export const options: typeof english = {
  title: "Apariencia",
  theme: { label: "Tema", choices: { system: "Sistema", light: "Claro", dark: "Oscuro" } },
  language: { label: "Idioma", choices: { system: "Idioma del navegador", en: "English", es: "Español" } },
  startTab: { label: "Abrir primero", choices: { codes: "Códigos", security: "Seguridad" } },
  hidesCodes: "Ocultar los códigos hasta que hagas clic",
  isCompact: "Lista compacta",
  showsNext: "Mostrar siempre el próximo código",
};
