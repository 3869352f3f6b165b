import * as v from "valibot";

/** A passkey with all that is stored of it; its key is the public one. */
export const passkeyRecord = v.object({
  id: v.string(),
  credentialId: v.string(),
  publicKey: v.string(),
  signCount: v.number(),
  transports: v.array(v.string()),
  backupEligible: v.boolean(),
  backedUp: v.boolean(),
  userVerified: v.boolean(),
  discoverable: v.nullable(v.boolean()),
  aaguid: v.string(),
});
export type PasskeyRecord = v.InferOutput<typeof passkeyRecord>;
