import type { ComponentChildren } from "preact";
import type { JsonSchema } from "../openapi/document.ts";

/** What a value is, in a few words; the name of a shape leads to it. */
export function TypeWords({ schema }: { schema: JsonSchema }): ComponentChildren {
  const { $ref, type, format, anyOf, oneOf, items, enum: values } = schema;
  if ($ref) {
    const name = nameOf($ref);
    return <a href={`#${name}`}>{name}</a>;
  }
  if ("const" in schema) return <code>{JSON.stringify(schema.const)}</code>;
  if (values) return values.length > 8 ? "one of a list" : <Choice of={values.map((value) => JSON.stringify(value))} />;
  const choices = anyOf ?? oneOf;
  if (choices) {
    return choices.map((choice, at) => (
      <>
        {at > 0 && " or "}
        <TypeWords schema={choice} />
      </>
    ));
  }
  if (type === "array" && items) {
    return (
      <>
        list of <TypeWords schema={items} />
      </>
    );
  }
  if (format === "date-time") return "time";
  return String(type ?? "any value");
}

/** How a value is bounded, in a few words; empty where it is not. */
export function limitWords({ minLength, maxLength, default: preset }: JsonSchema): string {
  const length =
    maxLength && (minLength ? `${minLength} to ${maxLength} characters` : `at most ${maxLength} characters`);
  return [length, preset !== undefined && `\`${JSON.stringify(preset)}\` where it is missing`]
    .filter(Boolean)
    .join(", ");
}

/** The name of the shape that a reference leads to. */
export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

function Choice({ of }: { of: string[] }) {
  return of.map((value, at) => (
    <>
      {at > 0 && " or "}
      <code>{value}</code>
    </>
  ));
}
