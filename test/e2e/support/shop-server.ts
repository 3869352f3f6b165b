import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What the shop has to show, by path. */
export type ShopFiles = Record<string, [type: string, text: string]>;

/** The shop's server, on a port that it keeps for the whole run: the worker's settings name it. */
export interface ShopServer {
  port: number;
  stop: () => Promise<void>;
}

/** Starts a server without pages: a test brings them, by a `PUT` of `{policy, files}`. */
export async function startShopServer(): Promise<ShopServer> {
  let shown: { policy: string; files: ShopFiles } = { policy: "", files: {} };
  const server = createServer(async (request, response) => {
    if (request.method === "PUT") {
      shown = JSON.parse(await text(request)) as typeof shown;
      response.writeHead(204).end();
      return;
    }
    const [type, body] = shown.files[request.url ?? ""] ?? [];
    if (type === undefined) {
      response.writeHead(request.url === "/favicon.ico" ? 204 : 404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": shown.policy });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
