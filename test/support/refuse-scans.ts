import { afterAll, expect } from "vitest";
import { noteStatements, scansIn, statementsSoFar } from "./statements.ts";

const stop = noteStatements();

afterAll(async () => {
  stop();
  const lesson =
    "A statement goes through a whole table: give it an index (a migration), or say in `shortScans` why it ends soon.";
  expect((await scansIn(statementsSoFar)).join("\n\n"), lesson).toBe("");
});
