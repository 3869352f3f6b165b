/** What is said about the choices of how the extension looks. */
export const options = {
  title: "Appearance",
  theme: { label: "Theme", choices: { system: "System", light: "Light", dark: "Dark" } },
  language: { label: "Language", choices: { system: "Browser's language", en: "English", es: "Español" } },
  startTab: { label: "Open first", choices: { codes: "Codes", security: "Security" } },
  hidesCodes: "Hide codes until clicked",
  isCompact: "Compact list",
  showsNext: "Always show the next code",
};
