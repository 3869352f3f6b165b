import { errorCodes } from "../../shared/contract/errors.ts";
import { features } from "../../shared/contract/operations/features.ts";
import type { OpenApiDocument, ParameterObject } from "./document.ts";
import { componentSchemas } from "./json-schema.ts";
import { exampleProblem, operationObject } from "./operation-object.ts";
import { securitySchemes } from "./security.ts";

const parameters: Record<string, ParameterObject> = {
  "Accept-Language": {
    name: "Accept-Language",
    in: "header",
    description: "The language of `detail` and of mails: `en` or `es`.",
    schema: { type: "string", examples: ["es"] },
  },
  "Latchkey-Session": {
    name: "Latchkey-Session",
    in: "header",
    description: "`bearer` asks for the tokens in the answer instead of cookies.",
    schema: { enum: ["bearer"], type: "string" },
  },
  "Latchkey-Device": {
    name: "Latchkey-Device",
    in: "header",
    description: "The token of a remembered browser, for those who carry their tokens themselves.",
    schema: { type: "string" },
  },
  "Latchkey-Visitor": {
    name: "Latchkey-Visitor",
    in: "header",
    description:
      "From a backend that calls for a visitor: whom the request counts for. `t` is the time in seconds since 1970, at most 60 from now, `ip` the visitor's address, `v1` the hexadecimal HMAC-SHA-256 of `t`, a dot and `ip` under the administrator's key, which needs the scope `visitors:forward`. Ignored where it is not so, and with an `Origin`; the answer's header of this name then says `ignored`, else `accepted`.",
    schema: { type: "string", examples: [`t=1764403200,ip=203.0.113.5,v1=${"5e".repeat(32)}`] },
  },
  "Latchkey-Key": {
    name: "Latchkey-Key",
    in: "header",
    description:
      "The administrator's key that signed `Latchkey-Visitor`, where `Authorization` carries a session or nothing.",
    schema: { type: "string" },
  },
  "Latchkey-Account": {
    name: "Latchkey-Account",
    in: "header",
    description:
      "The id of the account that the caller means. If the session belongs to another one, nothing happens: `other_account`.",
    schema: { type: "string" },
  },
  "Idempotency-Key": {
    name: "Idempotency-Key",
    in: "header",
    description:
      "16 to 64 visible characters, chosen at random for each request. Sent again within ten minutes with the same body, the request gets the same answer and is not carried out twice.",
    schema: { type: "string", pattern: "^[!-~]{16,64}$", minLength: 16, maxLength: 64 },
  },
};

const headers = {
  "Request-Id": {
    description: "The name of this request in the service's log. No two are the same.",
    schema: { type: "string" },
  },
  "Retry-After": { description: "Whole seconds to wait.", schema: { type: "integer" } },
};

/** The OpenAPI document of the API in a version: what the operations and the schemas of the contract say. */
export function makeDocument(version: string): OpenApiDocument {
  const paths: OpenApiDocument["paths"] = {};
  for (const { title, operations } of features) {
    for (const operation of operations) {
      paths[operation.path] = { ...paths[operation.path], [operation.method]: operationObject(operation, title) };
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Latchkey",
      version,
      description:
        "Account security at the edge: passwords, two-factor authentication and sign-in. Names and shapes are fixed; routes, fields, codes and types of events may be added. A page of this for people is at /docs.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    tags: features.map(({ title, about }) => ({ name: title, description: about })),
    paths,
    components: { schemas: componentSchemas(), examples: exampleProblems(), parameters, headers, securitySchemes },
  };
}

function exampleProblems(): Record<string, { value: unknown }> {
  return Object.fromEntries(errorCodes.map((code) => [code, { value: exampleProblem(code) }]));
}
