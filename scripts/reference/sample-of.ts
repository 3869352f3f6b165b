import type { JsonSchema } from "../openapi/document.ts";
import { nameOf } from "./type-words.tsx";

const known: Record<string, unknown> = {
  id: "W1dG8n2kQm-4hYx0pLr9tA",
  email: "ana@example.com",
  sentTo: "a•••@example.com",
  ip: "203.0.113.7",
  browser: "Firefox",
  system: "Linux",
  name: "Phone",
  link: "NG8h2b…",
  token: "kZ0Jm1yq8mB3v6WqNf2a…",
  recoveryCodes: ["q3dw-7hxk-m2pa-9rtz", "…"],
  recoveryCodesLeft: 10,
  secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
};

/** A value as `schema` has it, for the eye: what must be there, filled with what its name suggests. */
export function sampleOf(schema: JsonSchema, shapes: Record<string, JsonSchema>, name = ""): unknown {
  const { $ref, properties, required = [], anyOf, oneOf, allOf, items, examples, enum: values } = schema;
  if (examples) return examples[0];
  if ($ref) return sampleOf(shapes[nameOf($ref)] ?? {}, shapes, name);
  if ("const" in schema) return schema.const;
  if (values) return values[0];
  if (allOf) return Object.assign({}, ...allOf.map((part) => sampleOf(part, shapes)));
  const [first] = oneOf ?? anyOf ?? [];
  if (first) return sampleOf(first, shapes, name);
  if (properties) {
    const fields = Object.entries(properties).filter(([field]) => required.includes(field));
    return Object.fromEntries(fields.map(([field, value]) => [field, sampleOf(value, shapes, field)]));
  }
  if (name in known) return known[name];
  if (items) return [sampleOf(items, shapes)];
  if (schema.type === "object") return {};
  if (schema.type === "boolean") return true;
  if (schema.type === "number" || schema.type === "integer") return 1;
  return schema.format === "date-time" ? "2026-11-25T09:40:00.000Z" : "…";
}
