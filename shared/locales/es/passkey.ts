import type { passkey as english } from "../en/passkey.ts";

/** What the panel says of passkeys. */
export const passkey: typeof english = {
  name: "Llave de acceso",
  title: "Llaves de acceso",
  sectionLead: "Inicia sesión con tu huella, tu cara, tu PIN o una llave de seguridad.",
  count: (count) => (count === 1 ? "1 llave de acceso" : `${count} llaves de acceso`),
  note: "Inicia sesión con tu huella, tu cara, tu PIN o una llave de seguridad. A prueba de phishing.",
  another: "Otra llave de acceso",
  anotherNote: "En otro dispositivo o en una llave de seguridad. A prueba de phishing.",
  lead: "El navegador pregunta dónde guardar la llave: en este dispositivo, en un gestor de contraseñas o en una llave de seguridad.",
  nameLabel: "Nombre",
  nameHint:
    "Te ayuda a distinguir tus llaves. Si lo dejas vacío, llevará el nombre de tu dispositivo o gestor de contraseñas.",
  create: "Crear llave de acceso",
  use: "Usar una llave de acceso",
  signIn: "Entrar con una llave de acceso",
  notHere: "Para añadir o usar una llave de acceso, abre Latchkey en una pestaña.",
  openPage: "Abrir esa página",
  unusable:
    "Tus llaves de acceso no sirven en estas pantallas. Lo que escribas abajo sirve aquí; con una llave entras en la página web.",
  inTab: "El navegador pide las llaves de acceso en una pestaña. Vuelve aquí cuando termines.",
  openTab: "Seguir en una pestaña",
  rename: "Cambiar el nombre",
  renamed: (name) => `Nuevo nombre: ${name}.`,
  synced: "Sincronizada",
  thisDeviceOnly: "En un solo dispositivo",
  withoutPassword: "Funciona sin contraseña",
  only: "Permitir solo llaves de acceso",
  onlyNote: "Los códigos de aplicaciones y correos dejarán de funcionar. Los de recuperación seguirán sirviendo.",
  onlyOn: "Los códigos de aplicaciones y correos no funcionan. Los de recuperación sí.",
  onlyOne: "Tienes una sola llave. Añade antes otra, por si la pierdes.",
  endsOnly: "También se desactivará «Permitir solo llaves de acceso».",
  nowOnly: "Ahora solo funcionan las llaves de acceso y los códigos de recuperación.",
  nowCodes: "Los códigos vuelven a funcionar, además de las llaves.",
  offerTitle: "La próxima vez, entra con una llave de acceso",
  offerLead: "Un toque en lugar de contraseña y código, y nunca funciona en un sitio falso.",
  offerAdd: "Añadir una llave de acceso",
  offerRefuse: "No, gracias",
  failed: {
    cancelled:
      "No se ha usado ninguna llave: lo dejaste, tardó demasiado o aquí no hay ninguna. Vuelve a probar, o usa otra vía.",
    already_there: "Ese dispositivo ya tiene una llave de acceso de esta cuenta.",
    unsupported: "En esta página no se pueden usar llaves de acceso. Usa otra vía.",
  },
};
