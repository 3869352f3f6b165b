import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { type Guard, known } from "../guard.ts";
import type { World } from "../world.ts";
import { addressMac, networkMac, siteMac } from "./key.ts";
import { addressCodes, networkAddressCodes, siteAddressCodes, type TryPolicy } from "./rules.ts";
import { takeTryBack, whichHolds } from "./store.ts";
import { forgiveTries, tryToTake } from "./take-try.ts";

/** A code that is to prove an address. */
export type AddressProof = {
  /** Holds while there is a code to be tried: what is not judged is not counted. */
  isLiving: Guard;
} & AddressPurpose;

/**
 * What for. A set-up is of the address that an account has already: its wrong codes count for the account, since what
 * strangers try of its address in sign-ups must not keep the owner from it.
 */
export type AddressPurpose =
  | { purpose: "verify_address" | "change_email"; email: string }
  | { purpose: "enrol"; accountId: string };

/** Under what the codes of set-ups of an account are counted. */
export function setUpCodesKey(accountId: string): string {
  return `set-up-code:${accountId}`;
}

/** The try of such a code, to be counted in the caller's batch. */
export interface AddressCodeTry {
  statements: D1PreparedStatement[];
  isTaken: Guard;
  /** Where the code was right: all wrong ones of its address are forgotten, and this one try of the networks. */
  read: (
    results: readonly D1Result[],
  ) => Outcome<{ forgive: D1PreparedStatement[] }, "code_expired" | "too_many_attempts", { retryAfter?: number }>;
}

/**
 * Counts a code with all wrong ones that were to prove its address, by whatever sign-up or change, and with those of the
 * caller's network and, by IPv6, of its /48, whose owner may change networks at will. People in a session have counts of
 * networks apart from strangers' (promise G6). No sign-in and no reset asks any of them (promise G5).
 */
export async function addressCodeTry(world: World, { isLiving, ...of }: AddressProof): Promise<AddressCodeTry> {
  const { purpose } = of;
  const addressKey =
    of.purpose === "enrol" ? setUpCodesKey(of.accountId) : `address-code:${await addressMac(world, of.email)}`;
  const [network, site] = [await networkMac(world), await siteMac(world)];
  const ofNetworks: { key: string; policy: TryPolicy }[] = [
    ...(network ? [{ key: `address-code:${purpose}:network:${network}`, policy: networkAddressCodes }] : []),
    ...(site ? [{ key: `address-code:${purpose}:site:${site}`, policy: siteAddressCodes }] : []),
  ];
  const counters = ofNetworks.map(({ key, policy }) => ({ key: known(key), policy }));
  const attempt = tryToTake(world, [{ key: known(addressKey), policy: addressCodes }, ...counters], isLiving);
  return {
    statements: [whichHolds(world.db, [isLiving]), ...attempt.statements],
    isTaken: attempt.isTaken,
    read(results) {
      const [living] = (results[0]?.results ?? []) as { at: number | null }[];
      if (living?.at !== 0) return fail("code_expired");
      const taken = attempt.read(results.slice(1));
      if (!taken.ok) return taken;
      const rows = taken.value.slice(1);
      const ofOthers = ofNetworks.flatMap(({ key }, at) => {
        const row = rows[at];
        return row ? [takeTryBack(world, key, row)] : [];
      });
      return ok({ forgive: [forgiveTries(world, addressKey), ...ofOthers] });
    },
  };
}
