import { entryLimits } from "../vault/entry.ts";

/** A value of a file that is a JSON object. Read it by `field` alone: its members may have any name, `__proto__` too. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** The value, where it is an object and no list. */
export function record(value: unknown): JsonRecord | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonRecord) : undefined;
}

/** A member of an object that is its own; undefined where there is none, or no object. */
export function field(value: unknown, name: string): unknown {
  const object = record(value);
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The member at the end of a path of names. */
export function path(value: unknown, ...names: string[]): unknown {
  return names.reduce(field, value);
}

/** The value, where it is a list; else an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text: numbers in their digits, anything but text and numbers as nothing. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** What stands where a code's key would: empty where there is none, and a mark that no key has where it is no text. */
export function keyText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" || typeof value === "number" ? text(value).trim() : "?";
}

/** The value as a whole number that is exact and not negative. */
export function whole(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d{1,16}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/**
 * A note, without spaces around it. One that is longer than notes can be is cut, and ends in an ellipsis that says so.
 */
export function noteOf(value: unknown): { note?: string } {
  const note = text(value).replaceAll(/\r\n?/g, "\n").trim();
  if (note === "") return {};
  return { note: note.length > entryLimits.note ? `${note.slice(0, entryLimits.note - 1).toWellFormed()}…` : note };
}

/** What a person chose as the icon of a code, without spaces around it; one that is longer than icons can be is none. */
export function iconOf(value: unknown): { icon?: string } {
  const icon = text(value).trim();
  return icon === "" || icon.length > entryLimits.icon ? {} : { icon };
}

/** The names of tags or groups, each once, without empty ones and within bounds. */
export function tagsOf(values: readonly unknown[]): { tags?: string[] } {
  const tags = [
    ...new Set(values.map((value) => text(value).trim().slice(0, entryLimits.tag)).filter((tag) => tag !== "")),
  ];
  return tags.length > 0 ? { tags: tags.slice(0, entryLimits.tags) } : {};
}
