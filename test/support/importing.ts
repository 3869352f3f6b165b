import { env } from "cloudflare:test";
import { expect } from "vitest";
import { operatorWith } from "./operator.ts";
import type { Service, TestAnswer } from "./service.ts";

/** Rows as lines of JSON; a text is a line as it is. */
export function lines(...rows: (object | string)[]): string {
  return rows.map((row) => `${typeof row === "string" ? row : JSON.stringify(row)}\n`).join("");
}

/** An import as an operator's server makes it. */
export class Import {
  private constructor(
    readonly service: Service,
    readonly token: string,
    readonly id: string,
  ) {}

  /** Starts an import of a file that is like no other. */
  static async start(service: Service, wish: object = {}): Promise<Import> {
    const { token } = await operatorWith(service, ["people:import"]);
    const started = await service.post("/v1/admin/imports", wish, { token });
    expect([200, 201]).toContain(started.status);
    return new Import(service, token, started.body.id);
  }

  /** Sends rows, of which `offset` come before. */
  send(body: string | Uint8Array<ArrayBuffer>, offset = 0): Promise<TestAnswer> {
    const headers = { "Content-Type": "application/x-ndjson" };
    return this.service.put(`/v1/admin/imports/${this.id}/rows?offset=${offset}`, body, { token: this.token, headers });
  }

  /** What the report says, line by line. */
  async refused(): Promise<{ row: number; reason: string; field?: string }[]> {
    const { status, body } = await this.service.get(`/v1/admin/imports/${this.id}/refused`, { token: this.token });
    expect(status).toBe(200);
    return body
      .split("\n")
      .filter((line: string) => line !== "")
      .map((line: string) => JSON.parse(line));
  }
}

/** An address that nobody else has. */
export function freshEmail(): string {
  return `imported-${crypto.randomUUID()}@example.com`;
}

/** Brings one person along, who must be taken; answers the id of the account. */
export async function importPerson(
  service: Service,
  row: { email: string; [field: string]: unknown },
): Promise<string> {
  const { body } = await (await Import.start(service)).send(lines(row));
  expect(body).toMatchObject({ rows: 1, added: 1, refused: 0 });
  const id = await env.DB.prepare("SELECT id FROM accounts WHERE email = ?").bind(row.email).first<string>("id");
  return id ?? "";
}
