/** Longest address in code units (RFC 5321 4.5.3.1.3: 256 for the path, less its brackets). */
export const emailLimit = 254;

/** The longest text that is looked at as an address: a domain may be longer as it is typed than as it is kept. */
export const typedEmailLimit = 512;

/** Longest body of a request in bytes. */
export const bodyLimitBytes = 16 * 1024;

/** Seconds within which the whole body of a request has to arrive. */
export const bodyLimitSeconds = 30;

/** Longest name of a method that a person gives, in code units. */
export const methodNameLimit = 60;

/** Longest name that a person gives themselves, in code units. */
export const displayNameLimit = 100;

/** Seconds before a new e-mail code can be asked for. */
export const resendAfterSeconds = 30;

/** Seconds for which a mailed code works: NIST SP 800-63B-4 3.1.3.1 allows 10 minutes for one that is sent out of band. */
export const emailCodeSeconds = 600;

/** Fewest code points of a password where the setting says nothing else (NIST SP 800-63B-4 3.1.1.2). */
export const passwordMinimumDefault = 8;

/** Most code points of a password; nothing is ever cut off. */
export const passwordMaximum = 256;

/** Longest address of a webhook's endpoint, in code units. */
export const webhookUrlLimit = 2000;

/** Longest description of a webhook's endpoint, in code units. */
export const webhookDescriptionLimit = 200;
