/** How long the 'this wasn't me' link of a mail is good. */
export const notMeLinkDays = 7;
