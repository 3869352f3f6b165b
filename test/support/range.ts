import { inject } from "vitest";
import type { RangeQuery, RangeScript } from "./range-server.ts";
import { Service } from "./service.ts";

/** A service that looks breached passwords up at the local range server. */
export function withRange(settings: Record<string, string> = {}, bindings = {}): Service {
  return new Service({ BREACH_BASE_URL: inject("rangeAddress"), ...settings }, bindings);
}

/** The SHA-1 of a password in capitals, cut as the range API wants it. */
export async function rangeOf(password: string): Promise<{ prefix: string; suffix: string }> {
  const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(password));
  const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { prefix: hash.slice(0, 5).toUpperCase(), suffix: hash.slice(5).toUpperCase() };
}

/** Tells the local range server what it answers for a prefix. */
export async function rangeAnswers(prefix: string, script: RangeScript): Promise<void> {
  const body = JSON.stringify(script);
  const response = await fetch(`${inject("rangeAddress")}/__range/${prefix}`, { method: "PUT", body });
  if (!response.ok) throw new Error(`the local range server answered ${response.status}`);
}

/** The queries that the local range server got for a prefix. */
export async function askedFor(prefix: string): Promise<RangeQuery[]> {
  return (await fetch(`${inject("rangeAddress")}/__asked/${prefix}`)).json();
}

/** A password that nobody has used, and that no rule but a breach refuses. */
export function freshPassword(): string {
  return `lantern ${crypto.randomUUID()}`;
}
