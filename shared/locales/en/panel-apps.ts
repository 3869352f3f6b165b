/** The words of the panel for the sites that somebody has signed in to. */
export const panelApps = {
  title: "Connected apps",
  lead: "Sites and apps where you sign in with this account.",
  scopes: { profile: "Name and language", email: "E-mail address", offline_access: "Access while you're signed out" },
  remove: "Remove",
  removeNamed: (name: string) => `Remove ${name}`,
  question: (name: string) => ({
    title: `Remove access for ${name}?`,
    lead: "It's signed out of your account now and can't use it any more. The next time you sign in there, it asks again.",
    action: "Remove access",
  }),
  removed: (name: string) => `${name} no longer has access to your account.`,
};
