/** How and when somebody proved who they are, as Latchkey says it in every token. */
export interface Proof {
  /** Seconds since 1970. */
  auth_time: number;
  /** `pwd`, `otp`, `email`, ... */
  amr: string[];
}

/** How old a proof may be that moves money. */
export const freshSeconds = 600;

/** Why a proof is not enough to move money, or null where it is. */
export function whatIsMissing({ auth_time, amr }: Proof, now: number): "second_step" | "fresh_code" | null {
  if (!amr.some((way) => way !== "pwd")) return "second_step";
  return now / 1000 - auth_time > freshSeconds ? "fresh_code" : null;
}
