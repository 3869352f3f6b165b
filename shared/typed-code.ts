/**
 * What may stand among the digits of a code: dashes of any kind with the minus sign, the hyphen bullet, the soft hyphen
 * and the long-vowel mark that a Japanese keyboard gives for a hyphen; spaces of any kind, those of no width too; and
 * what makes a keycap of a digit.
 */
const separator =
  /[\p{Dash_Punctuation}\u2212\u2043\u02d7\u30fc\uff70\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]|\u20e3/u;

/** How many characters of a text are looked at: a code with the sentence that it came in. */
export const typedCodeLimit = 256;

/**
 * The six digits that somebody means who typed or pasted `text` where a code is asked for (promise C7): the decimal
 * digits of any script, with dashes and spaces among them, in one run of exactly six. Null where there is no such run,
 * or where there are two and nobody can know which is meant.
 */
export function readTypedCode(text: string): string | null {
  const [code, other] = codesIn(text);
  return code !== undefined && other === undefined ? code : null;
}

/**
 * What a field for a code makes of what stands in it: the code; the digits of one that is still being typed, six at
 * most; or why it is none. Nothing is cut off, so no digits but those of a code are ever sent.
 */
export function readCodeField(text: string): { digits: string } | { fault: "not_a_code" | "two_codes" } {
  const codes = codesIn(text);
  if (codes.length > 1) return { fault: "two_codes" };
  if (codes[0] !== undefined) return { digits: codes[0] };
  const runs = text.length > typedCodeLimit ? [] : runsOf(text);
  const [digits = ""] = runs;
  return runs.length === 1 && digits.length < 6 ? { digits } : { fault: "not_a_code" };
}

// No u, which no recovery code has; i, l and o may have been misread (promise C3).
const recoveryGroup = "[0-9a-tv-z]{4}";
const recoveryCode = new RegExp(`^${recoveryGroup}(?:-?${recoveryGroup}){3}$`, "i");

/**
 * Whether `text` is a recovery code as it was printed or copied: four groups of four letters and digits, with any dashes
 * and spaces among them. It is never a code of six digits, though its first groups may have six in a row.
 */
export function isRecoveryCode(text: string): boolean {
  const parted = Array.from(text.trim(), (character) => (separator.test(character) ? "-" : character)).join("");
  return recoveryCode.test(parted.replace(/-+/g, "-"));
}

function codesIn(text: string): string[] {
  return text.length > typedCodeLimit ? [] : runsOf(text).filter((run) => run.length === 6);
}

/** The digits of a text, in runs that are parted by anything but separators; the last run may be empty. */
function runsOf(text: string): string[] {
  const runs = [""];
  for (const character of text) {
    const digit = decimalDigit(character);
    if (digit !== null) runs.push(`${runs.pop() ?? ""}${digit}`);
    else if (!separator.test(character)) runs.push("");
  }
  return runs;
}

/**
 * What a decimal digit of any script is worth; null of anything else. The ten of a script follow each other from zero
 * on, and where sets of ten adjoin, the first begins with a zero (Unicode, section 4.6).
 */
function decimalDigit(character: string): number | null {
  if (!/^\p{Decimal_Number}$/u.test(character)) return null;
  const point = character.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Decimal_Number}$/u.test(String.fromCodePoint(point - before - 1))) before++;
  return before % 10;
}
