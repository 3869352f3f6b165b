/** For how long the link that stops it is good; longer than the wait, since it takes effect at the next sign-in only. */
export const stopLinkDays = 30;
