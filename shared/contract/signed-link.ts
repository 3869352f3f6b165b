import * as v from "valibot";

/** The text of a link in a mail, as the page behind it sends it on: `?link=` of the page's address. */
export const signedLink = v.pipe(v.string(), v.minLength(1), v.maxLength(256), v.regex(/^[\w.-]+$/));

export const signedLinkBody = v.object({ link: signedLink });
