import * as v from "valibot";

/**
 * What the Queue carries: that a mail is due. What it says stays in D1, and the consumer sends whichever is the most
 * urgent by then.
 */
export const dueMail = v.object({ mail: v.string() });
export type DueMail = v.InferOutput<typeof dueMail>;
