import * as v from "valibot";
import { statusOf } from "../../../../shared/contract/errors.ts";
import { problem } from "../../../../shared/contract/problem.ts";
import type { Answered } from "../model/possible.ts";
import { seedFor, type Town } from "./town.ts";

/** A request of one person. */
export interface Call {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  body?: object;
  token?: string;
  /** By number: each has a name and a network address of its own. */
  browser: number;
  /** Answered only when what follows the answer is done. */
  settles?: true;
}

/** An answer, when it was made, and what is wrong with its form whatever it says. */
export interface Received {
  answered: Omit<Answered, "mailed" | "links">;
  now: number;
  wrongForm: string | null;
}

const browsers = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
];

/** Sends a request of the person of a number; `name` is the request's own, by which its faults can be repeated. */
export async function send(town: Town, person: number, call: Call, name: string): Promise<Received> {
  const rate = town.faultRate();
  const response = await fetch(`${town.address}${call.path}`, {
    method: call.method,
    headers: {
      "Latchkey-Session": "bearer",
      "User-Agent": browsers[call.browser] ?? "",
      "CF-Connecting-IP": `10.${person >> 8}.${person & 255}.${call.browser + 1}`,
      ...(call.token === undefined ? {} : { Authorization: `Bearer ${call.token}` }),
      ...(call.body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(rate > 0 ? { "Load-Faults": `${seedFor(town.seed, person, name)} ${rate}` } : {}),
      ...(call.settles ? { "Load-Settle": "1" } : {}),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  const text = await response.text();
  const isJson = /[/+]json\b/.test(response.headers.get("Content-Type") ?? "");
  const answered = { status: response.status, body: isJson ? JSON.parse(text) : text };
  return { answered, now: Number(response.headers.get("Load-Now")), wrongForm: wrongFormOf(response, answered.body) };
}

/** What is wrong with an answer whoever gets it: a failure without a problem, a fault that nothing explains. */
function wrongFormOf({ status, headers }: Response, body: unknown): string | null {
  if (!headers.has("Load-Now")) return "an answer of the service";
  if (status < 400) return null;
  if (headers.get("Content-Type") !== "application/problem+json") return "a problem body";
  const parsed = v.safeParse(problem, body);
  if (!parsed.success) return "a problem as the contract describes it";
  if (statusOf[parsed.output.code] !== status || parsed.output.status !== status) return "the status of its code";
  if (parsed.output.requestId !== headers.get("Request-Id")) return "the id of its request";
  if (status === 500 && headers.get("Load-Failed") === "0") return "no 500, for nothing failed";
  return null;
}
