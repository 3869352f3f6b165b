import * as v from "valibot";

/** What an operator's key can allow; a key has one or more. */
export const operatorScopes = [
  "people:read",
  "people:write",
  "people:import",
  "sessions:end",
  "two-factor:reset",
  "events:read",
  "clients",
  "webhooks",
  "emergency",
  "visitors:forward",
] as const;

export const operatorScope = v.picklist(operatorScopes);
export type OperatorScope = v.InferOutput<typeof operatorScope>;

/** Longest name of an operator, in code units. */
export const operatorNameLimit = 60;
