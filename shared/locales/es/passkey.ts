import type { passkey as english } from "../en/passkey.ts";

/** What the panel says of passkeys. */
export const passkey: typeof english = {
  name: "Llave de acceso",
  note: "Tu huella, tu cara o tu PIN, o una llave de seguridad. Nadie puede sonsacártela.",
  strongest: "La más segura",
  lead: "El navegador pregunta dónde guardar la llave: en este dispositivo, en un gestor de contraseñas o en una llave de seguridad.",
  nameLabel: "Nombre",
  nameHint: "Para distinguir tus llaves. Si lo dejas vacío, se llama como lo que la guarda.",
  create: "Crear llave de acceso",
  use: "Usar una llave de acceso",
  signIn: "Entrar con una llave de acceso",
  notHere: "Las llaves de acceso se crean y se usan en la página web del servicio.",
  openPage: "Abrir esa página",
  unusable:
    "Tus llaves de acceso no sirven en estas pantallas. Lo que escribas abajo sirve aquí; con una llave entras en la página web.",
  inTab: "El navegador pide las llaves de acceso en una pestaña. Vuelve aquí cuando termines.",
  openTab: "Seguir en una pestaña",
  rename: "Cambiar el nombre",
  renamed: (name) => `La llave se llama ahora ${name}.`,
  synced: "sincronizada",
  thisDeviceOnly: "en un solo dispositivo",
  withoutPassword: "entra sin contraseña",
  only: "Aceptar solo llaves de acceso",
  onlyNote: "Los códigos de aplicaciones y correos dejan de servir para entrar. Los de recuperación siguen sirviendo.",
  onlyOn: "Solo se entra con llaves de acceso. Los códigos de recuperación siguen sirviendo.",
  codesAgain: "Volver a aceptar códigos",
  nowOnly: "Desde ahora solo se entra con llaves de acceso.",
  nowCodes: "Los códigos vuelven a servir, además de las llaves.",
  offerTitle: "La próxima vez, entra con una llave de acceso",
  offerLead: "Basta un toque, y ninguna página que solo se parezca a esta puede usarla.",
  offerAdd: "Añadir una llave de acceso",
  offerRefuse: "No, gracias",
  failed: {
    cancelled:
      "No se ha usado ninguna llave: lo dejaste, tardó demasiado o aquí no hay ninguna. Vuelve a probar, o usa otra vía.",
    already_there: "Lo que has elegido ya guarda una llave de acceso de esta cuenta.",
    unsupported: "En esta página no se pueden usar llaves de acceso. Usa otra vía.",
  },
};
