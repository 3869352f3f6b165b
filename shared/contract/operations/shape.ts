import type * as v from "valibot";

/** A schema that can be described: what the contract has for requests and answers. */
export type Describable = v.GenericSchema<unknown, unknown>;

/** Words for the fields of an object, or of any member of a union: a name that the schema has not is a type error. */
export type Fields<S extends Describable> = Partial<Record<KeyOfEach<v.InferInput<S>>, string>>;

type KeyOfEach<T> = T extends object ? Extract<keyof T, string> : never;

/** A schema that several operations share: it stands once in the document, by a name. */
export interface Shape {
  schema: Describable;
  /** What it is, as a sentence. */
  about: string;
  fields: Record<string, string>;
  example?: unknown;
  /** Where it occurs, since what is taken may be wider than what is given. */
  direction: "asked" | "answered";
}

/** A shape of answers. */
export function answered<S extends Describable>(
  schema: S,
  about: string,
  fields: Fields<S> = {},
  example?: v.InferOutput<S>,
): Shape {
  return { schema, about, fields: fields as Record<string, string>, direction: "answered", ...given(example) };
}

/** A shape of requests. */
export function asked<S extends Describable>(schema: S, about: string, example?: v.InferInput<S>): Shape {
  return { schema, about, fields: {}, direction: "asked", ...given(example) };
}

function given(example: unknown): { example?: unknown } {
  return example === undefined ? {} : { example };
}
