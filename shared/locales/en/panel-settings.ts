/** Each a sentence: what is before its link, the link, and what is after. */
const terms = {
  agree: ["By creating an account, you agree to the ", "Terms of Service", "."] as [string, string, string],
  privacy: ["The ", "Privacy Policy", " explains how your data is used."] as [string, string, string],
};

const extension = {
  title: "Browser extension",
  what: "Get codes in this browser",
  note: "Generates your codes and fills them in when you ask. They're stored encrypted and work offline.",
  install: "Get the extension",
};

/** What the panel says where the settings of the service name a page of it. */
export const panelSettings = { terms, extension };
