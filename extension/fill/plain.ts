/** A text as field words are looked for in it: small letters, no accents; names like `otpCode` and `otp_code` fall into words. */
export function plain(text: string): string {
  return unaccented(text.replace(/([\p{Ll}\d])(?=\p{Lu})/gu, "$1 "))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * An expression for any of the alternatives, in texts that `plain` has made. Latin words stand alone in a text; other
 * scripts have no spaces, or endings, and are found anywhere.
 */
export function anyOf(sources: string[]): RegExp {
  // At each bar that is not inside brackets.
  const alternatives = sources.flatMap((source) => unaccented(source).split(/\|(?![^(]*\))/)).filter(Boolean);
  const isLatin = (source: string) => /^[\x20-\x7e]+$/.test(source);
  const latin = alternatives.filter(isLatin).join("|");
  const rest = alternatives.filter((source) => !isLatin(source));
  return new RegExp([...(latin ? [`(?<![a-z0-9])(?:${latin})(?![a-z])`] : []), ...rest].join("|"), "u");
}

/** Letters that Unicode does not take for others with an accent. */
const whole: Record<string, string> = { ł: "l", ı: "i", ø: "o", ß: "ss", đ: "d" };

function unaccented(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[łıøßđŁØĐ]/g, (letter) => whole[letter.toLowerCase()] ?? letter);
}
