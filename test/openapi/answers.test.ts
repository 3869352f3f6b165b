import { env } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { operations } from "../support/described.ts";
import { flows } from "../support/flows.ts";
import { Person } from "../support/person.ts";
import { emptyMailbox } from "../support/service.ts";
import { forgetEndpoints } from "../support/webhook.ts";
import { calls, problemCalls } from "./calls.ts";
import { answeredSoFar, DescribedService } from "./described-service.ts";
import { operatorCalls } from "./operator-calls.ts";

beforeEach(emptyMailbox);
afterEach(forgetEndpoints);

describe("is answered as the document describes it:", () => {
  it.each(Object.entries(flows))("to %s", async (_, flow) => {
    const person = await Person.signUp(new DescribedService());
    await flow.given?.(person);
    const request = await flow.ready(person);
    expect((await request()).status).toBe(flow.status);
  });

  it.each(Object.entries({ ...calls, ...operatorCalls }))("%s", async (name, call) => {
    const { status } = await call(await Person.signUp(new DescribedService()));
    expect(`${status}`, JSON.stringify(name)).toBe(name.split(" ")[1]);
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    "a problem of %s",
    async (id, operation) => {
      const silenced = vi.spyOn(console, "error").mockImplementation(() => {});
      const { method, path, caller, body } = operation;
      const send = () => {
        if (problemCalls[id]) return problemCalls[id]();
        const address = path.replaceAll(/\{\w+\}/g, "x");
        return new DescribedService().send(
          method.toUpperCase(),
          address,
          body && { body: caller === "anyone" ? [] : {} },
        );
      };
      expect(
        (await send()).status,
        "Add a way to a problem of it to `problemCalls` in calls.ts.",
      ).toBeGreaterThanOrEqual(400);
      silenced.mockRestore();
    },
  );

  it.each(
    operations.flatMap(({ id, method, path, caller }) => (typeof caller === "object" ? [{ id, method, path }] : [])),
  )("$id, and the log of administrators' calls says what was done, and to what", async ({ id, method, path }) => {
    const route = path.replaceAll(/\{(\w+)\}/g, ":$1");
    const { results } = await env.DB.prepare(
      "SELECT did, account_id, target_id FROM operator_calls WHERE method = ? AND route = ? AND status < 400",
    )
      .bind(method.toUpperCase(), route)
      .all();
    const done = results.filter(({ did }: { did: string | null }) => did !== null);
    expect(done.length, `${method} ${route} leaves a line that does not say what was done`).toBeGreaterThan(0);
    const aboutOne = ["createPerson", "invitePerson", "registerClient", "createWebhook", "startImport"];
    if (!path.includes("{") && !aboutOne.includes(id)) return;
    const nameless = done.filter((call: Record<string, unknown>) => (call.account_id ?? call.target_id) === null);
    expect(nameless, "pass accountId or targetId to noteDone").toEqual([]);
  });

  it("every good answer of every operation", () => {
    const good = operations.flatMap(({ id, answers }) => Object.keys(answers).map((status) => `${id} ${status}`));
    const lesson =
      "Nothing called these. Add a flow to test/support/flows.ts, or a way to them to test/openapi/calls.ts.";
    expect(
      good.filter((answer) => !answeredSoFar.has(answer)),
      lesson,
    ).toEqual([]);
  });
});
