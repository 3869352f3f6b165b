import { setTimeout as pause } from "node:timers/promises";
import type { ImportProgress } from "../shared/contract/user-import.ts";

/** Waits between tries of a request that did not arrive or was not answered, in seconds; after the last one it is given up. */
const waitsSeconds = [1, 2, 4, 8, 16, 30, 30, 30];

const answerSeconds = 120;

/** The service as an operator's server calls it. */
export class ImportClient {
  readonly #service: string;
  readonly #key: string;

  constructor(service: string, key: string) {
    this.#service = service;
    this.#key = key;
  }

  /** Starts the import of a file, or finds the one that it has begun. */
  async start(wish: { fingerprint: string; emailsVerified: boolean }): Promise<ImportProgress> {
    const answer = await this.#send("POST", "/v1/admin/imports", "application/json", JSON.stringify(wish));
    return (await answer.json()) as ImportProgress;
  }

  /** Sends rows, of which `offset` come before. Sent again they change nothing, so it is tried until it is answered. */
  async sendRows(id: string, offset: number, rows: readonly Buffer[]): Promise<ImportProgress> {
    const body = Buffer.concat(rows.flatMap((row) => [row, Buffer.from("\n")]));
    const path = `/v1/admin/imports/${id}/rows?offset=${offset}`;
    return (await (await this.#send("PUT", path, "application/x-ndjson", body)).json()) as ImportProgress;
  }

  /** The report on refused rows, as it comes. */
  async refused(id: string): Promise<AsyncIterable<Uint8Array>> {
    const { body } = await this.#send("GET", `/v1/admin/imports/${id}/refused`);
    if (!body) throw new Error("The report did not come.");
    return body;
  }

  async #send(method: string, path: string, type?: string, body?: string | Buffer<ArrayBuffer>): Promise<Response> {
    const headers = { Authorization: `Bearer ${this.#key}`, ...(type && { "Content-Type": type }) };
    for (const seconds of [...waitsSeconds, null]) {
      const signal = AbortSignal.timeout(answerSeconds * 1000);
      const answer = await fetch(this.#service + path, { method, headers, body, signal }).catch(
        (error: Error) => error,
      );
      if (answer instanceof Response && answer.ok) return answer;
      if (answer instanceof Response && answer.status < 500 && answer.status !== 429)
        throw new Error(await whatIsWrong(answer));
      if (seconds === null) throw answer instanceof Error ? answer : new Error(await whatIsWrong(answer));
      const asked = answer instanceof Response ? Number(answer.headers.get("Retry-After") ?? 0) : 0;
      await pause(Math.max(asked, seconds) * 1000);
    }
    throw new Error("there is always a last try");
  }
}

/** What the service says for people; never what was sent. */
async function whatIsWrong(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => null)) as { detail?: unknown } | null;
  return typeof problem?.detail === "string" ? problem.detail : `The service answered ${answer.status}.`;
}
