/** What is said while a code is filled into a page. */
export const fill = {
  menu: "Fill the sign-in code",
  title: "Fill on this page",
  titleAt: (site: string) => `Fill on ${site}`,
  filled: (name: string) => `${name}: code filled. Check the page, then go on.`,
  point: (name: string) => `Click the field for the ${name} code, or move to it and press Enter. Esc stops.`,
  pointMany: (name: string) => `Several fields here take a code. Click the one for ${name}. Esc stops.`,
  pointMessage: (name: string) =>
    `This page seems to ask for a code it sent you. For the ${name} code, click its field. Esc stops.`,
  pointing: "Now click the field in the page.",
  notTaken: (name: string) => `The page didn't take the ${name} code. Copy it from Latchkey and paste it.`,
  notAllowed: "The browser lets no extension write into this page. Copy the code and paste it.",
  noPage: "There is no page to fill from here. Use Latchkey's button, or its shortcut, on the page.",
  closed: "The accounts can't be read just now. Open Codes to see why.",
  noAccounts: "There are no accounts yet.",
  matching: "For this site",
  likely: "Sounds like this site",
  others: "Other accounts",
  otherHint: (site: string) => `None of these is known to belong to ${site}.`,
  ask: {
    likely: (name: string, site: string) => ({
      title: `Is ${site} the site of ${name}?`,
      lead: "The names are alike, but anybody can have a similar address. Compare it with the one you know.",
    }),
    other: (name: string, site: string) => ({
      title: `${site} is not known for ${name}`,
      lead: "A page that asks for another site's code may be an imitation. Fill it only if you are sure that this account belongs here.",
    }),
    elsewhere: (name: string, site: string, used: string) => ({
      title: `${site} is not where ${name} is used`,
      lead: `Until now its code went to ${used}. A page that asks for another site's code may be an imitation.`,
    }),
    fill: "Fill here, and remember",
    cancel: "Don't fill",
  },
};
