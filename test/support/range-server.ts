import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a range answers instead of its rows: a status, other text, or nothing at all. */
export interface RangeScript {
  rows?: string;
  status?: number;
  text?: string;
  hang?: boolean;
}

/** A query as it came. */
export interface RangeQuery {
  path: string;
  padding: string | null;
}

/** A running server, and how to end it. */
export interface RangeServer {
  address: string;
  close(): Promise<void>;
}

/** With `Add-Padding: true` the real service fills each answer up to 800 to 1000 rows. */
const paddedRows = 800;

/**
 * Speaks the range API of Have I Been Pwned: `GET /range/{five hexadecimal digits}` answers `SUFFIX:COUNT` lines with
 * CRLF between them, padded on demand with rows of count 0. Tests inside workerd say what a range holds by
 * `PUT /__range/{prefix}` and read what was asked by `GET /__asked/{prefix}`.
 */
export async function startRangeServer(): Promise<RangeServer> {
  const scripts = new Map<string, RangeScript>();
  const asked: RangeQuery[] = [];

  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    const prefix = path.slice(-5).toUpperCase();
    if (request.method === "PUT" && path.startsWith("/__range/")) {
      scripts.set(prefix, JSON.parse(await textOf(request)) as RangeScript);
      return answer(response, 200, "");
    }
    if (path.startsWith("/__asked/")) {
      return answer(response, 200, JSON.stringify(asked.filter((query) => query.path.toUpperCase().includes(prefix))));
    }
    const padding = request.headers["add-padding"]?.toString() ?? null;
    asked.push({ path, padding });
    if (!/^\/range\/[0-9a-f]{5}$/i.test(path))
      return answer(response, 400, "The hash prefix was not in a valid format");
    const { rows = "", status = 200, text, hang } = scripts.get(prefix) ?? {};
    if (hang) return;
    answer(response, status, text ?? [rows, ...(padding === "true" ? padded() : [])].filter(Boolean).join("\r\n"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function padded(): string[] {
  return Array.from({ length: paddedRows }, () => `${randomBytes(18).toString("hex").slice(1).toUpperCase()}:0`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  return text;
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain" }).end(text);
}
