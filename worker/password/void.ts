import { voidMark } from "./hash.ts";

/** Whether the hash is that of a password which signs in no more. */
export function passwordIsVoid(hash: string): boolean {
  return hash.startsWith(voidMark);
}
