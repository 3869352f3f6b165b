import { features } from "../../shared/contract/operations/features.ts";
import type { Operation } from "../../shared/contract/operations/operation.ts";
import { problemsOf } from "../../shared/contract/operations/problem.ts";

/** Every operation of the API. */
export const operations: Operation[] = features.flatMap((feature) => feature.operations);

// One that is named whole goes before one with an id in its place.
const addresses = operations
  .map((operation) => ({ operation, params: Object.keys(operation.params ?? {}).length }))
  .sort((a, b) => a.params - b.params)
  .map(({ operation }) => ({ operation, pattern: patternOf(operation.path) }));

/** The operation at an address; none where no route is described. */
export function operationAt(method: string, path: string): Operation | undefined {
  const [address = ""] = path.split("?");
  return addresses.find(({ operation, pattern }) => operation.method === method.toLowerCase() && pattern.test(address))
    ?.operation;
}

/** Whether a status, and the code of a problem, is one that the operation is described with. */
export function isDescribed(operation: Operation, status: number, code: unknown): boolean {
  return status < 400 ? status in operation.answers : problemsOf(operation).some((known) => known === code);
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`);
}
