import type { methods as english } from "../en/methods.ts";

export const methods: typeof english = {
  app: "Aplicación de autenticación",
  email: "Correo electrónico",
  recovery: "Código de recuperación",
  passkey: "Llave de acceso",
  recoveryCodes: "Códigos de recuperación",
  browser: "Navegador recordado",
};
