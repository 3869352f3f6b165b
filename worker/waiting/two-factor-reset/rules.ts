/** For how long the link that stops a reset is good: longer than the longest wait that the settings allow. */
export const stopLinkDays = 60;

/** Resets that one run of the cron trigger carries out at most; the next sign-in carries out its own. */
export const resetsInARun = 25;
