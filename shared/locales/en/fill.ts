/** What is said while a code is filled into a page. */
export const fill = {
  menu: "Fill the sign-in code",
  title: "Fill on this page",
  titleAt: (site: string) => `Fill on ${site}`,
  noName: "No name",
  filled: (name: string) => `${name}: code filled. Check the page, then continue.`,
  point: (name: string) => `Click the field for the ${name} code, or move to it and press Enter. Esc cancels.`,
  pointMany: (name: string) => `Several fields here accept a code. Click the one for ${name}. Esc cancels.`,
  pointMessage: (name: string) =>
    `This page seems to ask for a code it sent you. To fill the ${name} code anyway, click its field. Esc cancels.`,
  pointNothing: (name: string) =>
    `No field for a code was found on this page. If you see one for ${name}, click it. Esc cancels.`,
  pointing: "Now click the field on the page.",
  notTaken: (name: string) => `The page didn't accept the ${name} code. Copy it from Latchkey and paste it.`,
  notAllowed: "Your browser doesn't let extensions write to this page. Copy the code and paste it.",
  otherFrame:
    "That field belongs to another site that is shown inside this page, so Latchkey doesn't fill it. If you trust it, copy the code and paste it.",
  noPage: "There is no page to fill from here. Use Latchkey's button, or its shortcut, on the page.",
  closed: "Your codes can't be read right now. Open Codes to see why.",
  failed: "Your browser stopped this before the code was filled. Try again, or copy the code and paste it.",
  noAccounts: "There are no codes yet.",
  matching: "For this site",
  likely: "Sounds like this site",
  others: "Other codes",
  otherHint: (site: string) => `None of these is known to belong to ${site}.`,
  unencrypted: (site: string) => ({
    title: "This page isn't encrypted",
    lead: `Anyone on the network can read what you enter on ${site}, or change the page, and use the code they read.`,
    fill: "Fill anyway",
  }),
  ask: {
    likely: (name: string, site: string) => ({
      title: `Is ${site} the site of ${name}?`,
      lead: "The names are alike, but anyone can have a similar address. Compare it with the one you know.",
    }),
    other: (name: string, site: string) => ({
      title: `${site} is not known for ${name}`,
      lead: "A page that asks for another site's code may be an imitation. Fill it only if you are sure that this code belongs here.",
    }),
    elsewhere: (name: string, site: string, used: string) => ({
      title: `${site} is not where ${name} is used`,
      lead: `Until now its code went to ${used}. A page that asks for another site's code may be an imitation.`,
    }),
    fill: "Fill here, and remember",
    cancel: "Don't fill",
  },
};
