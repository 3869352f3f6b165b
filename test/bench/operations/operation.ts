import type { Call } from "./call.ts";

/** What every side can be asked for, as the table names it. */
export const operationNames = [
  "does nothing (the floor)",
  "create an account",
  "prove its address",
  "sign in, one step",
  "sign in, first step (app)",
  "second step by app",
  "sign in, first step (e-mail)",
  "second step by e-mail",
  "second step by recovery code",
  "session check by cookie",
  "session check by bearer",
  "change the password",
  "set up an app",
  "confirm an app",
  "list sessions",
] as const;

export type OperationName = (typeof operationNames)[number];

/** Readies all that one measurement needs, and answers the request that is measured. */
export type Operation = () => Promise<() => Promise<Call>>;

export type Operations = Record<OperationName, Operation>;
