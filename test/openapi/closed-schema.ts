import { type Schema, Validator } from "@cfworker/json-schema";
import type { JsonSchema, OpenApiDocument } from "../../scripts/openapi/document.ts";

/** What the document's schemas find wrong with a value, as `place: what`; nothing where it is as described. */
export type Judge = (schema: JsonSchema, value: unknown) => string[];

/**
 * Judges by the schemas of a document, with an implementation that is not ours. Clients have to bear fields that they
 * do not know; here a field that is not described is wrong, for somebody forgot to describe it.
 */
export function closedJudge(document: OpenApiDocument): Judge {
  const definitions = pointToDefinitions(close(document.components.schemas));
  const validators = new WeakMap<JsonSchema, Validator>();
  return (schema, value) => {
    const own = pointToDefinitions(close(schema)) as Schema;
    const validator = validators.get(schema) ?? new Validator({ ...own, $defs: definitions }, "2020-12", false);
    validators.set(schema, validator);
    return validator.validate(value).errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
  };
}

/** The same schema, in which no object may have what it does not name; the parts of an `allOf` name for each other. */
function close(schema: unknown, isPart = false): unknown {
  if (Array.isArray(schema)) return schema.map((member) => close(member, isPart));
  if (typeof schema !== "object" || schema === null) return schema;
  const composes = (key: string) => key === "allOf" || (isPart && ["oneOf", "anyOf"].includes(key));
  const entries = Object.entries(schema).map(([key, part]) => [key, close(part, composes(key))]);
  const closed: JsonSchema = Object.fromEntries(entries);
  const isOpen = (closed.type === "object" || closed.allOf) && closed.additionalProperties === undefined;
  return isOpen && !isPart ? { ...closed, unevaluatedProperties: false } : closed;
}

function pointToDefinitions(schemas: unknown): unknown {
  return JSON.parse(JSON.stringify(schemas).replaceAll("#/components/schemas/", "#/$defs/"));
}
