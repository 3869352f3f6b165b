import type { panelApps as english } from "../en/panel-apps.ts";

/** The same in Spanish. */
export const panelApps: typeof english = {
  title: "Aplicaciones conectadas",
  lead: "Sitios y aplicaciones donde entras con esta cuenta.",
  scopes: {
    profile: "Nombre e idioma",
    email: "Correo electrónico",
    offline_access: "Acceso aunque cierres sesión",
  },
  remove: "Quitar",
  removeNamed: (name) => `Quitar ${name}`,
  question: (name) => ({
    title: `¿Quitar el acceso a ${name}?`,
    lead: "Se cierra su sesión en tu cuenta y ya no podrá usarla. La próxima vez que entres allí, volverá a preguntar.",
    action: "Quitar el acceso",
  }),
  removed: (name) => `${name} ya no tiene acceso a tu cuenta.`,
};
