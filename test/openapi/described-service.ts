import { expect } from "vitest";
import { makeDocument } from "../../scripts/openapi/make-document.ts";
import type { Operation } from "../../shared/contract/operations/operation.ts";
import { operationAt } from "../support/described.ts";
import { Service, type TestAnswer, type TestRequest } from "../support/service.ts";
import { closedJudge } from "./closed-schema.ts";

const document = makeDocument("0.0.0");
const judge = closedJudge(document);

/** What was answered so far, as `startSignIn 200` or `startSignIn wrong_credentials`. */
export const answeredSoFar = new Set<string>();

/** The whole worker, every answer of which has to be as the document describes it. */
export class DescribedService extends Service {
  override async send(method: string, path: string, request: TestRequest = {}): Promise<TestAnswer> {
    const answer = await super.send(method, path, request);
    const operation = operationAt(method, path);
    const lesson = `${method} ${path} is not as shared/contract/operations describes it`;
    expect(operation && wrongWith(operation, request, answer), lesson).toEqual([]);
    if (operation) answeredSoFar.add(`${operation.id} ${answer.status < 400 ? answer.status : answer.body.code}`);
    return answer;
  }
}

function wrongWith({ path, method }: Operation, request: TestRequest, answer: TestAnswer): string[] {
  const described = document.paths[path]?.[method];
  const response = described?.responses[answer.status];
  if (!response) return [`status ${answer.status} (${answer.body.code ?? "no problem"}) is not described`];
  const type = answer.headers.get("Content-Type")?.split(";")[0] ?? "nothing";
  const missing = Object.keys(response.headers ?? {}).filter((name) => !answer.headers.has(name));
  const media = response.content?.[type];
  if (!media && (response.content || answer.body !== ""))
    return [`${answer.status} is ${type}, which is not described`];
  const values = type === "application/x-ndjson" ? linesOf(answer.body) : [answer.body];
  return [
    ...missing.map((name) => `the header ${name} is missing`),
    ...(media ? values.flatMap((value) => judge(media.schema, value)) : []),
    ...(answer.status < 400 ? wrongRequest(described.requestBody?.content ?? {}, request) : []),
  ];
}

/** A request that was good has to be good by the document too, which may not ask for more than the worker does. */
function wrongRequest(
  content: NonNullable<(typeof document.paths)[string][string]["requestBody"]>["content"],
  { body }: TestRequest,
) {
  const [[type, media] = []] = Object.entries(content);
  if (!media || (typeof body === "string" && type === "application/json")) return [];
  const values = typeof body !== "string" ? [body] : type === "application/x-ndjson" ? linesOf(body) : [formOf(body)];
  return values.flatMap((value) => judge(media.schema, value).map((wrong) => `request ${wrong}`));
}

function linesOf(text: string): unknown[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

function formOf(text: string): unknown {
  return Object.fromEntries(new URLSearchParams(text));
}
