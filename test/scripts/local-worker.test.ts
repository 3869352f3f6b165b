import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unstable_readConfig } from "wrangler";
import { startLocalWorker } from "../../scripts/local-worker.ts";
import { repository } from "../../scripts/run-tool.ts";
import { readSettings } from "../../worker/environment.ts";

describe("a worker whose settings are wrong", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "latchkey-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    [
      { MAC_KEY: "short" },
      "Latchkey cannot start: MAC_KEY.0 is wrong (must be base64 of 32 bytes, or `id:base64`). See wrangler.toml.",
    ],
    [
      { ENVIRONMENT: "production" },
      /^Latchkey cannot start: MAIL must be resend in production .*; ORIGIN must be https in production; .*MAC_KEY is a local or typed key.*; SEAL_KEYS has a local or typed key, local: [^\n]*$/,
    ],
  ])(
    "does not start, and says why in one line: %j",
    async (settings, line) => {
      await expect(startLocalWorker({ persistTo: folder, settings })).rejects.toThrow(line);
    },
    60_000,
  );
});

describe("the production of wrangler.toml", () => {
  const config: { vars: Record<string, string>; secrets?: { required?: string[] } } & Record<string, unknown> =
    unstable_readConfig({ config: join(repository, "wrangler.toml"), env: "production" });
  const random = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64");
  const secrets: Record<string, string> = { SEAL_KEYS: `k1:${random()}`, MAC_KEY: random(), RESEND_API_KEY: "re_x" };

  it("names the secrets, and with them lacks only what a deployer has to change", () => {
    expect(config.secrets?.required).toEqual(Object.keys(secrets));
    const all = { DB: {}, ...config.vars, ...secrets };
    expect(() => readSettings(all)).toThrow(
      /^Latchkey cannot start: ORIGIN is still an example: [^;]*; MAIL_FROM is still an example: [^;]*\. See wrangler\.toml\.$/,
    );
    const own = { ORIGIN: "https://security.latchkey.dev", MAIL_FROM: "security@latchkey.dev" };
    expect(readSettings({ ...all, ...own }).breachQuery).not.toBeNull();
  });

  it("has every binding of this machine's but the mailbox, and no key in clear", () => {
    const local: Record<string, unknown> = unstable_readConfig({ config: join(repository, "wrangler.toml") });
    const names = (from: Record<string, unknown>) =>
      ["d1_databases", "kv_namespaces", "ratelimits"].flatMap((kind) =>
        (from[kind] as { binding?: string; name?: string }[]).map(({ binding, name }) => binding ?? name),
      );
    expect(names(config)).toEqual(names(local).filter((name) => name !== "MAILBOX"));
    expect(Object.keys(config.vars)).not.toContain("SEAL_KEYS");
    expect(Object.keys(config.vars)).not.toContain("MAC_KEY");
  });
});
