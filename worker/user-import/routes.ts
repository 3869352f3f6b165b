import { Hono } from "hono";
import { chunkLimitBytes, personRow, rowsQuery, startImportBody } from "../../shared/contract/user-import.ts";
import type { LargeBody } from "../http/body.ts";
import { fail } from "../http/fail.ts";
import { body, lines, query } from "../http/validate.ts";
import type { OperatorHouse } from "../operator/require-operator.ts";
import { requireOperator } from "../operator/require-operator.ts";
import { readImport } from "./read.ts";
import { reportRefused } from "./report.ts";
import { startImport } from "./start.ts";
import { takeRows } from "./take-rows.ts";

/** The rows of an import, which may be more than other bodies. */
export const rowsOfImport: LargeBody = {
  method: "PUT",
  path: /^\/v1\/admin\/imports\/[^/]+\/rows$/,
  limitBytes: chunkLimitBytes,
};

/** `/v1/admin/imports`, for operators: people from elsewhere, with the hashes of their passwords. */
export const importRoutes = new Hono<OperatorHouse>()
  .post("/", requireOperator("people:import"), body(startImportBody), async (c) => {
    const { progress, isNew } = await startImport(c.var.world, c.var.operator, c.req.valid("json"));
    return c.json(progress, isNew ? 201 : 200);
  })
  .get("/:id", requireOperator("people:import"), async (c) => {
    const read = await readImport(c.var.world, c.var.operator, c.req.param("id"));
    return read.ok ? c.json(read.value) : fail(c, read);
  })
  .put("/:id/rows", requireOperator("people:import"), query(rowsQuery), lines(personRow), async (c) => {
    const { world, operator } = c.var;
    const { offset } = c.req.valid("query");
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const taken = await takeRows(world, operator, c.req.param("id"), { offset, bytes });
    return taken.ok ? c.json(taken.value) : fail(c, taken);
  })
  .get("/:id/refused", requireOperator("people:import"), async (c) => {
    const report = await reportRefused(c.var.world, c.var.operator, c.req.param("id"));
    return report.ok ? c.body(report.value, 200, { "Content-Type": "application/x-ndjson" }) : fail(c, report);
  });
