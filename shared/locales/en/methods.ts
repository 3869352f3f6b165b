/** Names of second factors where the person gave none. */
export const methods = {
  app: "Authenticator app",
  email: "E-mail",
  recovery: "Recovery code",
  passkey: "Passkey",
  recoveryCodes: "Recovery codes",
  browser: "Remembered browser",
};
