import { type ErrorCode, statusOf } from "../../shared/contract/errors.ts";
import { wordsOf } from "../../shared/contract/operations/caller.ts";
import type { Content } from "../../shared/contract/operations/content.ts";
import type { GoodAnswer, Operation } from "../../shared/contract/operations/operation.ts";
import { problemsOf } from "../../shared/contract/operations/problem.ts";
import { problems as words } from "../../shared/locales/en/problems.ts";
import type { ContentObject, JsonSchema, OperationObject, ParameterObject, ResponseObject } from "./document.ts";
import { schemaOf } from "./json-schema.ts";
import { securityOf } from "./security.ts";

/** One operation as the document has it. */
export function operationObject(operation: Operation, tag: string): OperationObject {
  const { id, summary, description, caller, body, answers } = operation;
  const parameters = parametersOf(operation);
  const says = wordsOf(caller).says;
  return {
    operationId: id,
    summary,
    description: description === undefined ? says : `${description}\n\n${says}`,
    tags: [tag],
    security: securityOf(caller),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: !operation.bodyMayBeMissing, content: contentObject(body, "asked") } }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, responseOf(answer)])),
      ...problemResponses(problemsOf(operation)),
    },
  };
}

/** Headers of the requests that a backend may make for a visitor: all but those of the administrators themselves. */
const ofVisitors = ["Latchkey-Visitor", "Latchkey-Key"];

function parametersOf({ method, caller, params = {}, query, headers = [] }: Operation): ParameterObject[] {
  const inPath = Object.entries(params).map(
    ([name, description]): ParameterObject => ({
      name,
      in: "path",
      required: true,
      description,
      schema: { type: "string" },
    }),
  );
  const { properties = {}, required = [] } = query ? schemaOf(query, "asked") : ({} as JsonSchema);
  const inQuery = Object.entries(properties).map(([name, { description, ...schema }]): ParameterObject => {
    return { name, in: "query", required: required.includes(name), ...(description && { description }), schema };
  });
  const bySession = typeof caller === "string" && caller !== "anyone";
  const forVisitors = typeof caller === "object" ? [] : ofVisitors;
  const general = [
    "Accept-Language",
    ...(bySession ? ["Latchkey-Account"] : []),
    ...(method === "get" ? [] : ["Idempotency-Key"]),
  ];
  const inHeaders = [...general, ...headers, ...forVisitors].map((name) => ({
    $ref: `#/components/parameters/${name}`,
  }));
  return [...inPath, ...inQuery, ...inHeaders];
}

function responseOf({ says, content, headers = {} }: GoodAnswer): ResponseObject {
  const own = Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: "string" } }]);
  return {
    description: says,
    headers: { "Request-Id": { $ref: "#/components/headers/Request-Id" }, ...Object.fromEntries(own) },
    ...(content && { content: contentObject(content, "answered") }),
  };
}

function contentObject(content: Content, direction: "asked" | "answered"): ContentObject {
  const { type, example } = content;
  return { [type]: { schema: schemaOf(content, direction), ...(example !== undefined && { example }) } };
}

/** The problems by status: which codes it may be, and what each says. */
function problemResponses(codes: ErrorCode[]): Record<string, ResponseObject> {
  const byStatus = Map.groupBy(codes, (code) => statusOf[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => {
      const headers = {
        "Request-Id": { $ref: "#/components/headers/Request-Id" },
        ...(some.includes("too_many_attempts") && { "Retry-After": { $ref: "#/components/headers/Retry-After" } }),
      };
      const schema = {
        allOf: [{ $ref: "#/components/schemas/Problem" }, { properties: { code: { enum: some } } }],
      };
      const examples = Object.fromEntries(some.map((code) => [code, { $ref: `#/components/examples/${code}` }]));
      const description = some.map((code) => `\`${code}\`: ${words[code].title}.`).join(" ");
      return [status, { description, headers, content: { "application/problem+json": { schema, examples } } }];
    }),
  );
}

/** What a problem of this code looks like. */
export function exampleProblem(code: ErrorCode): object {
  return {
    type: `urn:latchkey:problem:${code}`,
    ...words[code],
    status: statusOf[code],
    code,
    requestId: "Hq5Zt0cVJ8yR2mXw4nPbLg",
    ...(code === "invalid_request" && { fields: [{ path: "email", message: "expected string" }] }),
    ...(code === "wrong_code" && { attemptsLeft: 3 }),
    ...(code === "step_up_required" && { methods: ["app", "recovery"] }),
    ...(code === "scope_missing" && { scope: "people:read" }),
    ...(code === "password_rejected" && { reasons: ["breached"] }),
    ...(code === "too_many_attempts" && { retryAfter: 45 }),
  };
}
