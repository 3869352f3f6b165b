import {
  ambiguousWords,
  authenticatorAround,
  messageSentWords,
  messageWords,
  plain,
  sureWords,
  vetoWords,
} from "./field-words.ts";
import type { FieldSight } from "./sight.ts";

/**
 * How surely a code belongs into a field. `sure`: it may be filled. `ambiguous`: some code belongs there, the person says
 * whether this one. `veto`: another kind of code; `message`: one that comes by SMS or e-mail. `no`: no code at all.
 */
export type Tier = "sure" | "ambiguous" | "message" | "veto" | "no";

/** Fields that together take one code: a single one, or one for each of its digits. */
export interface Place {
  /** Indexes into the fields of the frame, in the order of the digits. */
  fields: number[];
  tier: Tier;
}

/** Types of inputs that sites use for codes; a password only where its words are sure. */
const typesOfCodes = ["text", "tel", "number", "password", ""];
/** How many boxes a code is split into. */
const boxes = { least: 4, most: 8 };
/** Pixels: a box for one digit is narrower, and its neighbour is in the same row, no further than this. */
const box = { widest: 96, furthest: 64, rowTolerance: 12 };

/** Every place of a frame where a code of `digits` digits could go, split boxes first found as one. */
export function findPlaces(fields: FieldSight[], digits: number): Place[] {
  const rows = rowsOfBoxes(fields);
  const inRows = new Set(rows.flat());
  const split = rows.map((row): Place => ({ fields: row, tier: judgeRow(row, fields, digits) }));
  const single = fields.flatMap((field, index): Place[] =>
    inRows.has(index) ? [] : [{ fields: [index], tier: judgeField(field, digits) }],
  );
  return [...split, ...single].filter(({ tier }) => tier !== "no");
}

/** How surely a code of `digits` digits belongs into a single field. */
export function judgeField(field: FieldSight, digits: number): Tier {
  if (!typesOfCodes.includes(field.type) || takesOther(field)) return "no";
  if (field.maxLength >= 0 && field.maxLength < digits) return "no";
  const tier = judgeWords([field], isShapedFor(field, digits));
  // A password is one unless the page says more than 'code'.
  return field.type === "password" && tier === "ambiguous" ? "no" : tier;
}

function judgeRow(row: number[], fields: FieldSight[], digits: number): Tier {
  const members = row.flatMap((index) => fields[index] ?? []);
  if (members.length !== digits) return "no";
  const tier = judgeWords(members);
  const isPin = /(?<![a-z])pin(?![a-z])/.test(ownWords(members));
  // As many boxes as the code has digits, under the word 'code', are what such boxes are made for.
  const saysCode = ambiguousWords.test(around(members)) || tier === "ambiguous";
  if (tier === "ambiguous" || tier === "no") return saysCode && !isPin ? "sure" : "ambiguous";
  return tier;
}

/** Whether a field takes as many digits as the code has, and nothing else: a pattern, or a length with the keys for digits. */
function isShapedFor({ pattern, inputMode, type, maxLength }: FieldSight, digits: number): boolean {
  const takesDigits = inputMode === "numeric" || type === "tel" || type === "number";
  return (
    new RegExp(`^\\^?(\\\\d|\\[0-9\\])\\{${digits}\\}\\$?$`).test(pattern) || (takesDigits && maxLength === digits)
  );
}

function judgeWords(members: FieldSight[], isShaped = false): Tier {
  const own = ownWords(members);
  const nearby = around(members);
  const isOneTime = members.some(({ autocomplete }) => tokens(autocomplete).includes("one-time-code"));
  if (vetoWords.test(own)) return "veto";
  if (messageWords.test(own)) return "message";
  const isSure = isOneTime || sureWords.test(own);
  const isCode = isSure || isShaped || ambiguousWords.test(own);
  if (!isCode) return "no";
  const isAuthenticators = sureWords.test(nearby) || authenticatorAround.test(nearby);
  if (messageSentWords.test(nearby) && !/(?<![a-z])totp(?![a-z])/.test(own)) return "message";
  return isSure || isAuthenticators ? "sure" : "ambiguous";
}

/** Whether autocomplete says that the browser has something else to put there. */
function takesOther({ autocomplete }: FieldSight): boolean {
  return tokens(autocomplete).some(
    (token) => !["on", "off", "one-time-code", "nope", "false"].includes(token) && known.test(token),
  );
}

/** Fields that autocomplete has words for (HTML, 4.10.18.7.1), save the one of these codes. */
const known =
  /^(cc-|tel|bday|postal-|address-|street-|country|language|organization|transaction-|webauthn|email|name|given-|family-|honorific|additional-|nickname|username|new-password|current-password|url|photo|sex|impp)/;

function tokens(autocomplete: string): string[] {
  return autocomplete.toLowerCase().split(/\s+/).filter(Boolean);
}

function ownWords(members: FieldSight[]): string {
  return plain(members.flatMap(({ name, id, label, placeholder }) => [name, id, label, placeholder]).join(" | "));
}

function around(members: FieldSight[]): string {
  return plain(members[0]?.around ?? "");
}

/** Rows of 4 to 8 small fields beside each other, from left to right. */
function rowsOfBoxes(fields: FieldSight[]): number[][] {
  const rows: number[][] = [];
  const small = fields.map((field, index) => ({ ...field, index })).filter(isBox);
  for (const each of small.sort((one, other) => one.box.x - other.box.x)) {
    const row = rows.find((members) => {
      const last = fields[members.at(-1) ?? -1];
      return last !== undefined && isNextTo(last, each);
    });
    if (row) row.push(each.index);
    else rows.push([each.index]);
  }
  return rows.filter(({ length }) => length >= boxes.least && length <= boxes.most);
}

function isBox({ type, maxLength, box: { width, height } }: FieldSight): boolean {
  if (!typesOfCodes.includes(type) || width > box.widest) return false;
  // Some widgets set no length and move on by themselves; their boxes are about square.
  return maxLength === 1 || (maxLength < 0 && width < height * 2 && height < width * 2);
}

function isNextTo(left: FieldSight, right: FieldSight): boolean {
  const gap = right.box.x - (left.box.x + left.box.width);
  return (
    gap >= -2 &&
    gap <= box.furthest &&
    Math.abs(left.box.y - right.box.y) <= box.rowTolerance &&
    Math.abs(left.box.width - right.box.width) <= box.rowTolerance
  );
}
