import * as v from "valibot";

/** Ten codes that are shown this once; the ones before are void. */
export const newRecoveryCodes = v.object({ recoveryCodes: v.array(v.string()) });
export type NewRecoveryCodes = v.InferOutput<typeof newRecoveryCodes>;
