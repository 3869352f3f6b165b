import type { Operation } from "../../shared/contract/operations/operation.ts";

/** The operation as a command for a shell, where `$LATCHKEY` is the service and `$TOKEN` the session's token. */
export function curlOf({ method, path, caller, headers = [], body, answers }: Operation, sample: unknown): string {
  const address = `"$LATCHKEY${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${shellName(name)}`)}"`;
  const redirects = Object.keys(answers).some((status) => status.startsWith("3"));
  const parts = [
    `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}${redirects ? "-i " : ""}${address}`,
    ...(typeof caller === "object" ? [`-H "Authorization: Bearer $OPERATOR_KEY"`] : []),
    ...(typeof caller === "string" && caller !== "anyone" ? [`-H "Authorization: Bearer $TOKEN"`] : []),
    ...(headers.includes("Latchkey-Session") ? ["-H 'Latchkey-Session: bearer'"] : []),
    ...(body ? bodyParts(body.type, sample) : []),
  ];
  return parts.join(" \\\n  ");
}

function bodyParts(type: string, sample: unknown): string[] {
  if (type === "application/x-www-form-urlencoded") {
    return Object.entries(sample as object).map(([name, value]) => `--data-urlencode '${name}=${value}'`);
  }
  const lines = type === "application/x-ndjson";
  return [`-H 'Content-Type: ${type}'`, `${lines ? "--data-binary" : "-d"} '${JSON.stringify(sample)}'`];
}

function shellName(name: string): string {
  return name.replaceAll(/[A-Z]/g, "_$&").toUpperCase();
}
