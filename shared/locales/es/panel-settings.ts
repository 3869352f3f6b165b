import type { panelSettings as english } from "../en/panel-settings.ts";

type Words = typeof english;

const terms: Words["terms"] = {
  agree: ["Al crear una cuenta, aceptas los ", "Términos del servicio", "."],
  privacy: ["La ", "Política de privacidad", " explica cómo se usan tus datos."],
};

const extension: Words["extension"] = {
  title: "Extensión del navegador",
  what: "Ten tus códigos en este navegador",
  note: "Genera tus códigos y los rellena cuando se lo pides. Se guardan cifrados y funcionan sin conexión.",
  install: "Instalar la extensión",
};

export const panelSettings: Words = { terms, extension };
