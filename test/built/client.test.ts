import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository } from "../../scripts/run-tool.ts";

const mostKibibytes = 5;
const built = join(repository, ".output/latchkey-client");

/** What a stranger writes: every part of the package, with the types that it says it has. */
const consumer = `
import { type AskForProof, createLatchkey, createSignIn, createStepUp, LatchkeyError, orThrow } from "latchkey-client";

const latchkey = createLatchkey({ service: "https://security.example.com", session: "bearer", storage: sessionStorage });
const signIn = createSignIn(latchkey, (step) => {
  if (step.at === "second_step") {
    const left: number | undefined = step.problem?.details.attemptsLeft;
    const way: "app" | "email" | "recovery" | "passkey" = step.method;
    console.log(way, left, step.methods.includes("recovery"));
  } else if (step.at === "complete") {
    const email: string = step.account.email;
    console.log(email);
  }
});
const ask: AskForProof = async ({ methods, prove }) => {
  if (methods.includes("app")) await prove({ method: "app", code: "123456" });
};
const { signal } = new AbortController();

export async function everything(): Promise<string[]> {
  await signIn.start({ email: "ana@example.com", password: "a quiet harbour at dawn" }, { signal });
  const renewed = await createStepUp(latchkey, ask).guard(() => latchkey.recoveryCodes.renew({ signal }));
  if (!renewed.ok) {
    const code: "step_up_required" | "offline" | string = renewed.code;
    return [code, renewed.details.detail ?? ""];
  }
  try {
    const who = await orThrow(latchkey.session.get());
    const level: 1 | 2 = who.session.aal;
    return [...renewed.value.recoveryCodes, String(level)];
  } catch (error) {
    if (error instanceof LatchkeyError && error.code === "too_many_attempts") return [String(error.retryAfter)];
    throw error;
  }
}
// @ts-expect-error a body without a password
void latchkey.signIn.start({ email: "ana@example.com" });
// @ts-expect-error a code that no answer has
void latchkey.account.get().then((answer) => !answer.ok && answer.code === "invented");
`;

describe("the package latchkey-client", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "latchkey-consumer-"));
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(built, join(folder, "node_modules/latchkey-client"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has at most 5 KiB of script, and all that npm wants, importing nothing", () => {
    expect(readdirSync(built).sort()).toEqual(["LICENSE", "README.md", "index.d.ts", "index.js", "package.json"]);
    const script = readFileSync(join(built, "index.js"));
    expect(gzipSync(script).length / 1024).toBeLessThanOrEqual(mostKibibytes);
    for (const text of [script.toString(), readFileSync(join(built, "index.d.ts"), "utf8")]) {
      expect(text).not.toMatch(/^\s*import\b|\bimport\(|\bfrom ["']|\brequire\(/m);
    }
    const manifest = JSON.parse(readFileSync(join(built, "package.json"), "utf8"));
    expect(manifest).not.toHaveProperty("dependencies");
    expect(manifest).not.toHaveProperty("private");
    expect(readFileSync(join(built, "README.md"), "utf8"), "no link that only works in the repository").not.toMatch(
      /\]\((?!https:|#)/,
    );
  });

  it("has types that a stranger's compiler takes, in its strictest mode", () => {
    writeFileSync(join(folder, "consumer.ts"), consumer);
    const words =
      "--noEmit --strict --exactOptionalPropertyTypes --module nodenext --target es2022 --lib es2022,dom --types".split(
        " ",
      );
    const tsc = join(repository, "node_modules/.bin/tsc");
    const { stdout } = spawnSync(tsc, [...words, "", "consumer.ts"], { cwd: folder, encoding: "utf8" });
    expect(stdout).toBe("");
  });

  it("is loaded by Node, and asks what it is told to ask", async () => {
    const program = `
      import { createLatchkey, orThrow } from "latchkey-client";
      const fetch = async (url, { headers }) => Response.json({ url, authorization: headers.get("Authorization") });
      const latchkey = createLatchkey({ service: "https://security.example.com", session: "bearer", token: "t", fetch });
      console.log(JSON.stringify(await orThrow(latchkey.session.get())));
    `;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({ url: "https://security.example.com/v1/session", authorization: "Bearer t" });
  });
});
