import * as v from "valibot";

/** `{}`: a body that only shows that the request isn't a form of another page. */
export const emptyBody = v.object({});
