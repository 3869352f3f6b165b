import { env } from "cloudflare:test";
import type { D1PreparedStatement } from "@cloudflare/workers-types";

// What D1 refuses once it is deployed, and the runtime of a test may not: a statement with more parameters, and a text
// or a row that is longer (developers.cloudflare.com/d1/platform/limits).
const most = { parameters: 100, bytes: 2_000_000 };

const statements: D1PreparedStatement = Object.getPrototypeOf(env.DB.prepare("SELECT 1"));
const { bind } = statements;
statements.bind = function (this: D1PreparedStatement, ...values: unknown[]) {
  if (values.length > most.parameters) throw new Error(`D1 takes ${most.parameters} parameters, not ${values.length}`);
  for (const value of values) {
    const bytes = typeof value === "string" ? new TextEncoder().encode(value).length : 0;
    if (bytes > most.bytes) throw new Error(`D1 takes a text of ${most.bytes} bytes, not one of ${bytes}`);
  }
  return bind.apply(this, values);
};
