import { env, SELF } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { version } from "../../../package.json";
import { RoundTrips } from "../../support/counting-database.ts";
import { Service } from "../../support/service.ts";

/** A service of a build that has these migrations. */
const built = (migrations: string[]) => new Service({}, { ASSETS: { fetch: async () => Response.json(migrations) } });
const files = Object.keys(import.meta.glob("../../../worker/migrations/*.sql"))
  .map((path) => path.slice(path.lastIndexOf("/") + 1))
  .sort();

describe("GET /health", () => {
  it("answers after touching the database", async () => {
    const response = await SELF.fetch("http://localhost:8787/health");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok", version });
  });

  it("knows every migration there is by what the build put beside the worker", async () => {
    const list = await env.ASSETS.fetch(new Request("http://localhost:8787/migrations.json"));
    expect(await list.json(), "run `npm run build`").toEqual(files);
  });

  it("fails on a database that lacks a migration of this build, and names the first", async () => {
    const { status, body } = await built([...files, "9998_later.sql", "9999_last.sql"]).get("/health");
    expect([status, body.code, body.migration]).toEqual([503, "migration_missing", "9998_later.sql"]);
  });

  it("is fine with a database that is ahead", async () => {
    expect((await built(files.slice(0, 3)).get("/health")).status).toBe(200);
  });

  it("names the first migration on a database that has none, and goes on once they were applied", async () => {
    await env.DB.prepare("ALTER TABLE d1_migrations RENAME TO kept").run();
    const empty = await built(files).get("/health");
    await env.DB.prepare("ALTER TABLE kept RENAME TO d1_migrations").run();
    expect([empty.status, empty.body.migration]).toEqual([503, files[0]]);
    expect((await built(files).get("/health")).status).toBe(200);
  });

  it("takes one round trip", async () => {
    const trips = new RoundTrips();
    await new Service({}, { DB: trips.database }).get("/health");
    expect(trips.count).toBe(1);
  });
});
