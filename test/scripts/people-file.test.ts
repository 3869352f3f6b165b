import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fingerprintOf, readPeople } from "../../scripts/people-file.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, content: string | Buffer): Promise<string[]> {
  const path = join(folder, name);
  await writeFile(path, content);
  const people: string[] = [];
  for await (const row of readPeople(path)) people.push(row.toString("latin1"));
  return people;
}

describe("a file of lines", () => {
  it("is read as it is, in whatever parts it comes", async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `${at} ${"x".repeat(at % 97)}`);
    expect(await read("a.ndjson", rows.join("\n"))).toEqual(rows);
    expect(await read("a.ndjson", `${rows.join("\n")}\n`)).toEqual(rows);
    expect(await read("a.ndjson", "")).toEqual([]);
    expect(await read("a.ndjson", "\n\na")).toEqual(["", "", "a"]);
    expect(await read("a.ndjson", Buffer.from([0xff, 0x0a, 0x00]))).toEqual(["\u00ff", "\u0000"]);
  });

  it("may have a line of any length, of which no more is sent than to refuse it", async () => {
    const rows = await read("a.ndjson", `a\n${"x".repeat(3_000_000)}\nb\n`);
    expect(rows.map((row) => row.length)).toEqual([1, 8 * 1024 + 1, 1]);
  });
});

describe("a file of comma-separated values", () => {
  it("becomes lines of JSON, empty cells left out", async () => {
    const csv = [
      "\ufeffemail,emailVerified,passwordHash,totp",
      'ana@example.com,true,"$argon2id$v=19$m=64,t=1,p=1$c2FsdA$aGFzaA",JBSWY3DPEHPK3PXP AAAAAAAAAAAAAAAA',
      "",
      'eva@example.com,FALSE,"a ""quoted"", one",',
      "ida@example.com,maybe,two",
      "kim@example.com,,x,,too many",
      '"two\nlines",,x,',
    ].join("\r\n");
    expect((await read("a.csv", csv)).map((row) => JSON.parse(row))).toEqual([
      {
        email: "ana@example.com",
        emailVerified: true,
        passwordHash: "$argon2id$v=19$m=64,t=1,p=1$c2FsdA$aGFzaA",
        totp: ["JBSWY3DPEHPK3PXP", "AAAAAAAAAAAAAAAA"],
      },
      { email: "eva@example.com", emailVerified: false, passwordHash: 'a "quoted", one' },
      { email: "ida@example.com", emailVerified: "maybe", passwordHash: "two" },
      { email: "kim@example.com", passwordHash: "x", "column 5": "too many" },
      { email: "two\nlines", passwordHash: "x" },
    ]);
  });

  it("says which columns there are none of", async () => {
    await expect(read("a.csv", "email,password\n")).rejects.toThrow(/there are none of: password\. Known are email,/);
  });

  it("whose quotes never end is read to its end all the same", async () => {
    const rows = await read("a.csv", `email,passwordHash\n"${"x\n".repeat(9000)}`);
    expect(rows.length).toBeGreaterThan(0);
  });
});

it("a file is known by its content", async () => {
  await writeFile(join(folder, "empty"), "");
  expect(await fingerprintOf(join(folder, "empty"))).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});
