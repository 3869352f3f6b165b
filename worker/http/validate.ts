import type { Context, MiddlewareHandler } from "hono";
import * as v from "valibot";
import { fail as failure } from "../../shared/outcome.ts";
import { fail } from "./fail.ts";
import type { House } from "./house.ts";
import { marked } from "./mark.ts";

type BodySchema = v.GenericSchema<unknown, unknown>;

/**
 * Checks the JSON body against `schema` and hands it on as `c.req.valid("json")`; else answers what is wrong with it. With
 * `mayBeMissing`, no body at all is `{}`.
 */
export function body<S extends BodySchema>(
  schema: S,
  mayBeMissing = false,
): MiddlewareHandler<House, string, { in: { json: v.InferInput<S> }; out: { json: v.InferOutput<S> } }> {
  const check: MiddlewareHandler<House> = async (c, next) => {
    const text = await c.req.text();
    const isMissing = mayBeMissing && text === "";
    if (!isMissing && contentType(c) !== "application/json") return fail(c, failure("unsupported_media_type"));
    const parsed = v.safeParse(schema, isMissing ? {} : parseJson(text), { abortPipeEarly: true });
    if (!parsed.success) {
      return fail(c, failure("invalid_request", { fields: parsed.issues.map(fieldOf) }));
    }
    c.req.addValidatedData("json", parsed.output as object);
    await next();
  };
  return marked(check, { body: schema });
}

/** Lets only lines of JSON through, each of which is judged by `schema` where it is taken: a bad one spoils no other. */
export function lines(schema: BodySchema): MiddlewareHandler<House> {
  const check: MiddlewareHandler<House> = async (c, next) => {
    if (contentType(c) !== "application/x-ndjson") return fail(c, failure("unsupported_media_type"));
    await next();
  };
  return marked(check, { body: schema });
}

/** Checks the query against `schema` and hands it on as `c.req.valid("query")`; else answers what is wrong with it. */
export function query<S extends v.GenericSchema<Record<string, string | undefined>, object>>(
  schema: S,
): MiddlewareHandler<House, string, { in: { query: v.InferInput<S> }; out: { query: v.InferOutput<S> } }> {
  const check: MiddlewareHandler<House> = async (c, next) => {
    const parsed = v.safeParse(schema, c.req.query(), { abortPipeEarly: true });
    if (!parsed.success) {
      return fail(c, failure("invalid_request", { fields: parsed.issues.map(fieldOf) }));
    }
    c.req.addValidatedData("query", parsed.output);
    await next();
  };
  return marked(check, { query: schema });
}

function contentType(c: Context<House>): string | undefined {
  return c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase();
}

/** The value of `text`, or undefined, which no schema of a body takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names the place and what was expected there; never what was sent, which may be a password. */
function fieldOf(issue: v.BaseIssue<unknown>): { path: string; message: string } {
  return { path: v.getDotPath(issue) ?? "", message: issue.expected ? `expected ${issue.expected}` : "is not valid" };
}
