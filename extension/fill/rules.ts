import { namesAuthenticator, type Said, saidToPeople, saidToScripts, strongest, toldAround } from "./field-words.ts";
import { rowsFor, typesOfCodes } from "./rows.ts";
import type { FieldSight, FrameSight } from "./sight.ts";

/**
 * How surely a code belongs into a field. `sure`: it may be filled. `ambiguous`: some code belongs there, the person says
 * whether this one. `veto`: another kind of code; `message`: one that comes by SMS or e-mail. `no`: no code at all.
 */
export type Tier = "sure" | "ambiguous" | "message" | "veto" | "no";

/** A judgement, and of what is sure how much speaks for it: what is explicit before own words before what stands around. */
export interface Judgement {
  tier: Tier;
  weight: number;
}

/** Fields that together take one code: a single one, or the parts of a row. */
export interface Place extends Judgement {
  /** Indexes into the fields of the frame, in the order of the digits. */
  fields: number[];
}

const weights = { explicit: 4, ownWords: 2, around: 1, despiteVeto: -5 };

/** Every place of a frame where a code of `digits` digits could go, rows first. */
export function findPlaces(frame: FrameSight, digits: number): Place[] {
  const { fields, title } = frame;
  const rows = rowsFor(fields, digits);
  const inRows = new Set(rows.flat());
  const split = rows.map((row): Place => {
    const members = row.flatMap((index) => fields[index] ?? []);
    return { fields: row, ...judgeRow(members, digits, title) };
  });
  const alone = loneField(fields);
  const single = fields.flatMap((field, index): Place[] =>
    inRows.has(index) ? [] : [{ fields: [index], ...judgeField(field, digits, { title, isAlone: index === alone }) }],
  );
  return [...split, ...single].filter(({ tier }) => tier !== "no");
}

/** What is known beside a field itself: its page's title, and whether it is the one empty field there to type text into. */
export interface Beside {
  title: string;
  isAlone: boolean;
}

/** How surely a code of `digits` digits belongs into a single field. */
export function judgeField(
  field: FieldSight,
  digits: number,
  beside: Beside = { title: "", isAlone: false },
): Judgement {
  const own = ownWords([field]);
  if (field.locked || !mayBeTypedAsCode(field, own) || !hasRoomFor(field, digits)) return no;
  const shaped = isShapedFor(field, digits);
  const judged = weigh([field], own, { shaped, title: beside.title });
  if (judged.tier !== "no") return field.type === "password" && judged.tier === "ambiguous" ? no : judged;
  // The one field of a page that is about an authenticator, and asks for a code: unless it says that it is for something.
  if (!beside.isAlone || own !== "silent" || field.type === "password") return no;
  const told = toldAround(field.around);
  if (!told.code) return no;
  if (told.sent) return { tier: "message", weight: 0 };
  return isAboutAuthenticator(told, beside.title) ? { tier: "sure", weight: weights.around } : ambiguous;
}

function judgeRow(members: FieldSight[], digits: number, title: string): Judgement {
  const own = ownWords(members);
  const isOfDigits = members.length === digits;
  // Of two digits each are dates, times and bank codes as well.
  const isOfGroups = members.every(({ maxLength }) => maxLength >= 3);
  const judged = weigh(members, own, { shaped: isOfDigits || isOfGroups, title });
  const told = toldAround(members[0]?.around ?? "");
  const isOther = told.other && !told.authenticator;
  if (judged.tier === "no") return own === "unknown" || isOther ? no : ambiguous;
  if (judged.tier !== "ambiguous" || !isOfDigits) return judged;
  // A PIN is what somebody chose, whether its boxes say so or the words around them.
  const isPin = members.some(({ name, id, label, placeholder, around }) =>
    /(?<!\p{L})pin(?!\p{L})/iu.test(`${name} ${id} ${label} ${placeholder} ${told.authenticator ? "" : around}`),
  );
  // As many boxes as the code has digits, under the word 'code', are what such boxes are made for.
  return (told.code || own === "code") && !isPin && !isOther ? { tier: "sure", weight: weights.around } : ambiguous;
}

const no: Judgement = { tier: "no", weight: 0 };
const ambiguous: Judgement = { tier: "ambiguous", weight: 0 };

function weigh(members: FieldSight[], own: Said, { shaped, title }: { shaped: boolean; title: string }): Judgement {
  const isExplicit = members.some(isOneTimeCode);
  if (own === "message") return { tier: "message", weight: 0 };
  if (own === "veto") {
    // A veto word never outweighs the markup; another field that has it without one comes first.
    return isExplicit ? { tier: "sure", weight: weights.explicit + weights.despiteVeto } : { tier: "veto", weight: 0 };
  }
  const isSure = isExplicit || own === "sure";
  if (!isSure && own !== "code" && !(shaped && own === "silent")) return no;
  const told = toldAround(members[0]?.around ?? "");
  // Markup, and 'one-time code', say nothing of where the code comes from; a field that names an authenticator does.
  if (told.sent && !(own === "sure" && members.some(namesAnApp))) return { tier: "message", weight: 0 };
  if (isSure) {
    return { tier: "sure", weight: (isExplicit ? weights.explicit : 0) + (own === "sure" ? weights.ownWords : 0) };
  }
  return isAboutAuthenticator(told, title) ? { tier: "sure", weight: weights.around } : ambiguous;
}

/** The title of a page speaks for all its parts, unless the part itself is about something else. */
function isAboutAuthenticator(told: ReturnType<typeof toldAround>, title: string): boolean {
  return told.authenticator || (!told.other && toldAround(title).authenticator);
}

/** What fields say of themselves: to people first, and to scripts where that leaves it open. */
function ownWords(members: FieldSight[]): Said {
  const texts = members.flatMap(({ label, placeholder }) => [...label.split(" | "), placeholder]);
  const toPeople = strongest([...new Set(texts)].map(saidToPeople));
  if (toPeople === "sure" || toPeople === "message" || toPeople === "veto") return toPeople;
  const names = members.flatMap(({ name, id, autocomplete }) => [name, id, otherTokens(autocomplete)]);
  const toScripts = strongest([...new Set(names)].map(saidToScripts));
  if (toScripts === "unknown" || toScripts === "silent") return toPeople;
  return toPeople === "unknown" && toScripts === "code" ? "code" : toScripts;
}

function namesAnApp({ label, placeholder, name, id }: FieldSight): boolean {
  return namesAuthenticator([label, placeholder, name, id].join(" | "));
}

/** The one empty field of a frame into which text is typed, of those that do not say that they are for something else. */
function loneField(fields: FieldSight[]): number | undefined {
  const open = [...fields.entries()].filter(([, field]) => !field.locked && !takesOther(field));
  const candidates = open.filter(([, field]) => typesOfCodes.includes(field.type) && ownWords([field]) !== "veto");
  const [lone, ...others] = candidates.filter(([, { empty }]) => empty);
  return others.length === 0 ? lone?.[0] : undefined;
}

/** Whether a field takes as many digits as the code has, and nothing else: by its pattern, length and keys, or its example. */
function isShapedFor({ pattern, inputMode, type, maxLength, placeholder }: FieldSight, digits: number): boolean {
  const takesDigits = inputMode === "numeric" || inputMode === "decimal" || type === "tel" || type === "number";
  const example = placeholder.replace(/[\s\-–—]/g, "");
  return (
    (countsOf(pattern)?.join() ?? "") === `${digits},${digits}` ||
    (takesDigits && maxLength === digits) ||
    (new RegExp(`^([0-9]{${digits}}|(.)\\2{${digits - 1}})$`, "u").test(example) &&
      !/\p{L}/u.test(example.replace(/x/gi, "")))
  );
}

/** How many digits a pattern takes, at least and at most, where it is as simple as that. */
function countsOf(pattern: string): [number, number] | undefined {
  const [, least, most] = /^\^?\(?(?:\\d|\[0-9\])\{(\d{1,3})(?:,(\d{1,3}))?\}\)?\$?$/.exec(pattern) ?? [];
  return least === undefined ? undefined : [Number(least), Number(most ?? least)];
}

function hasRoomFor({ maxLength, minLength, pattern }: FieldSight, digits: number): boolean {
  const [least, most] = countsOf(pattern) ?? [0, digits];
  return (maxLength < 0 || maxLength >= digits) && minLength <= digits && least <= digits && most >= digits;
}

function mayBeTypedAsCode(field: FieldSight, own: Said): boolean {
  const isSaid = isOneTimeCode(field) || own === "sure";
  // `new-password` keeps browsers from offering what is saved, and is said of fields for codes as well.
  if (takesOther(field))
    return isSaid && field.type !== "password" && /^new-password$/i.test(field.autocomplete.trim());
  return typesOfCodes.includes(field.type) || (isSaid && /^(textarea|editable)$/.test(field.type));
}

function isOneTimeCode({ autocomplete }: FieldSight): boolean {
  return tokens(autocomplete).includes("one-time-code");
}

/** Whether autocomplete says that the browser has something else to put there. */
function takesOther(field: FieldSight): boolean {
  return !isOneTimeCode(field) && tokens(field.autocomplete).some((token) => known.test(token));
}

/** Fields that autocomplete has words for (HTML, 4.10.18.7.1), save the one of these codes. */
const known =
  /^(cc-|tel|bday|postal-|address-|street-|country|language|organization|transaction-|webauthn|email|name|given-|family-|honorific|additional-|nickname|username|new-password|current-password|url|photo|sex|impp)/;

/** What sites write there that is no token: it speaks as a name does. */
function otherTokens(autocomplete: string): string {
  return tokens(autocomplete)
    .filter((token) => !known.test(token) && !/^(on|off|one-time-code|section-.*)$/.test(token))
    .join(" ");
}

function tokens(autocomplete: string): string[] {
  return autocomplete.toLowerCase().split(/\s+/).filter(Boolean);
}
