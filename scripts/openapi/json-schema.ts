import { type ConversionConfig, toJsonSchema, toJsonSchemaDefs } from "@valibot/to-json-schema";
import type { Content } from "../../shared/contract/operations/content.ts";
import { features } from "../../shared/contract/operations/features.ts";
import { answered, type Describable, type Shape } from "../../shared/contract/operations/shape.ts";
import { problem } from "../../shared/contract/problem.ts";
import type { JsonSchema } from "./document.ts";

/** What every problem is, beside the shapes of the features. */
const problemShape = answered(problem, "What went wrong, as RFC 9457 has it.", {
  type: "`urn:latchkey:problem:` and the code.",
  title: "The code in words.",
  status: "The HTTP status.",
  detail: "A sentence for people, in the language of the request.",
  code: "What a program decides by. Codes are only ever added.",
  requestId: "As in the header `Request-Id`: name it in a report.",
  fields: "`invalid_request`: which inputs, as dotted paths.",
  attemptsLeft: "`wrong_code`: tries before the code or the sign-in is void.",
  alreadyUsed: "`wrong_code`: the code was right but has been used before; the next one will do.",
  reasons: "`password_rejected`: every reason, the most important first.",
  methods: "`step_up_required`: what proof counts.",
  retryAfter: "`too_many_attempts`: whole seconds to wait.",
  scope: "`scope_missing`: the one that the operator's key lacks.",
});

const shapes: Record<string, Shape> = Object.assign(
  { Problem: problemShape },
  ...features.map((feature) => feature.shapes),
);

const named = (direction: Shape["direction"]) =>
  Object.fromEntries(
    Object.entries(shapes).flatMap(([name, shape]) => (shape.direction === direction ? [[name, shape.schema]] : [])),
  );

const conversions: Record<Shape["direction"], ConversionConfig & { definitions: Record<string, Describable> }> = {
  asked: conversion("asked", "input"),
  answered: conversion("answered", "output"),
};

/** The schemas of `components`, by name. */
export function componentSchemas(): Record<string, JsonSchema> {
  const all = Object.values(conversions).flatMap(({ definitions, ...config }) =>
    Object.entries(toJsonSchemaDefs(definitions, config) as Record<string, JsonSchema>),
  );
  return Object.fromEntries(
    all
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, schema]) => {
        const shape = shapes[name];
        return [name, shape ? withWords({ description: shape.about, ...schema }, shape.fields, shape.example) : schema];
      }),
  );
}

/** The schema of what is sent or answered; named shapes in it are references. */
export function schemaOf({ schema, fields }: Content, direction: Shape["direction"]): JsonSchema {
  if (schema === null) return { type: "string" };
  const { $schema: _, $defs: __, ...converted } = toJsonSchema(schema, conversions[direction]);
  return withWords(converted as JsonSchema, fields);
}

function conversion(direction: Shape["direction"], typeMode: "input" | "output") {
  return {
    target: "draft-2020-12",
    typeMode,
    definitions: named(direction),
    // What is done to an input before it is judged narrows nothing.
    ignoreActions: ["trim", "normalize", "to_lower_case", "check", "raw_check"],
    // JSON Schema reads patterns with the flag `u`, and no schema of ours has another.
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === "regex" && "requirement" in valibotAction && valibotAction.requirement instanceof RegExp
        ? { ...jsonSchema, pattern: valibotAction.requirement.source }
        : null,
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  } satisfies ConversionConfig;
}

/** Puts the words for fields where the fields are: in the object, or in the members of a union or an intersection. */
function withWords(schema: JsonSchema, fields: Record<string, string>, example?: unknown): JsonSchema {
  const { properties, anyOf, oneOf, allOf } = schema;
  const each = (schemas: JsonSchema[]) => schemas.map((member) => withWords(member, fields));
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [
          name,
          fields[name] === undefined ? property : { ...property, description: fields[name] },
        ]),
      ),
    }),
    ...(anyOf && { anyOf: each(anyOf) }),
    ...(oneOf && { oneOf: each(oneOf) }),
    ...(allOf && { allOf: each(allOf) }),
    ...(example !== undefined && { examples: [example] }),
  };
}
