import type { Guard } from "../guard.ts";
import { addressIs, addressIsUnproved } from "./store.ts";

/** Holds while the account has this address, spelled so: what is mailed there is for its owner. */
export function addressIsStill({ id, email }: { id: string; email: string }): Guard {
  return addressIs(id, email);
}

/** Holds while nobody has proved that the address is the person's: then a code mailed there is what a sign-in asks for. */
export function addressAwaitsProof(accountId: string): Guard {
  return addressIsUnproved(accountId);
}
