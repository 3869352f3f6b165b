/** Ten codes that are shown this once; the ones before are void. */
export interface NewRecoveryCodes {
  recoveryCodes: string[];
}
