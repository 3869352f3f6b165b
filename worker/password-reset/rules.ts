/** How long a new password waits whose owner's only second step is the e-mail that also brought the code (promise S3). */
export const resetWaitHours = 24;

/** For how long the link that stops it is good; longer than the wait, since it takes effect at the next sign-in only. */
export const stopLinkDays = 30;
