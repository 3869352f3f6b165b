import * as v from "valibot";

/** `{}`: a body that says nothing but that the request is no form of a page elsewhere. */
export const emptyBody = v.object({});
