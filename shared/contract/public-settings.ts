import * as v from "valibot";

/** What the settings of the service say to everybody; an address is missing where none is set. */
export const publicSettings = v.object({
  /** Fewest code points of a password. */
  passwordMinimum: v.number(),
  /** For how many days a deleted account can be brought back; 0 where it is deleted immediately. */
  deletionDays: v.number(),
  termsUrl: v.optional(v.string()),
  privacyUrl: v.optional(v.string()),
  /** Where the extension is installed from. */
  extensionUrl: v.optional(v.string()),
  /** The ids of the extensions that may call this service, by which its pages know them. */
  extensionIds: v.array(v.string()),
});
export type PublicSettings = v.InferOutput<typeof publicSettings>;
