import * as v from "valibot";
import { type Failure, fail, type Outcome, ok } from "../../shared/outcome.ts";

/** Claims on the person that a site may ask for one by one, beside those that an ID token has anyway. */
export const personClaims = ["name", "preferred_username", "locale", "updated_at", "email", "email_verified"] as const;

/** What each scope lets a site know. */
export const claimsOfScope: Record<string, readonly string[]> = {
  profile: ["name", "preferred_username", "locale", "updated_at"],
  email: ["email", "email_verified"],
};

const member = v.nullable(
  v.looseObject({
    essential: v.optional(v.boolean(), false),
    value: v.optional(v.unknown()),
    values: v.optional(v.array(v.unknown())),
  }),
);
const members = v.optional(v.nullable(v.record(v.string(), member)));
const claimsParameter = v.pipe(
  v.custom<object>((value) => typeof value === "object" && value !== null && !Array.isArray(value)),
  v.looseObject({ userinfo: members, id_token: members }),
);

/** What a request says of claims. */
export interface AskedClaims {
  /** Names, for the ID token and for `userinfo`. */
  idToken: string[];
  userInfo: string[];
  /** Who it has to be; null where anyone will do. */
  sub: string | null;
  /** The levels that will do, and whether the site insists; null where it does not say. */
  acr: { values: string[]; essential: boolean } | null;
}

/** What of them is kept with a code. */
export interface KeptClaims {
  idToken?: string[];
  userInfo?: string[];
  /** What `acr` has to say, where a higher level was proved than was insisted on. */
  acr?: "aal1";
}

/** Reads `claims` and `acr_values`; what there is not is left out, as Core 5.5.1 has it. */
export function readAskedClaims(
  text: string | undefined,
  acrValues: string | undefined,
): Outcome<AskedClaims, "invalid_request", { why: string }> {
  const parsed = v.safeParse(claimsParameter, text === undefined ? {} : parseJson(text));
  if (!parsed.success) return malformed();
  const { userinfo, id_token: idToken } = parsed.output;
  const known = (asked: object | null | undefined) =>
    personClaims.filter((name) => Object.hasOwn(asked ?? {}, name)) as string[];
  const acr = idToken?.acr;
  const byClaim = acr ? { values: valuesOf(acr), essential: acr.essential } : null;
  const words = (acrValues ?? "").split(" ").filter((word) => word !== "");
  const byParameter = words.length > 0 ? { values: words, essential: false } : null;
  const [sub] = valuesOf(idToken?.sub ?? userinfo?.sub ?? null);
  return ok({
    idToken: known(idToken),
    userInfo: known(userinfo),
    sub: sub ?? null,
    acr: byClaim && byClaim.values.length > 0 ? byClaim : byParameter,
  });
}

/** What a site may know by its scopes, and by the claims that it asked for. */
export function mayKnow(scope: string, asked: readonly string[] | undefined): Set<string> {
  return new Set([...scope.split(" ").flatMap((each) => claimsOfScope[each] ?? []), ...(asked ?? [])]);
}

function valuesOf(asked: v.InferOutput<typeof member>): string[] {
  const all = [asked?.value, ...(asked?.values ?? [])];
  return all.filter((each) => typeof each === "string");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function malformed(): Failure<"invalid_request", { why: string }> {
  return fail("invalid_request", { why: "claims has to be a JSON object with userinfo, id_token or both." });
}
