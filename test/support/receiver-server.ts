import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the next delivery to a place gets: a status, with `Location` where it is a redirect, or no answer at all. */
export interface NextAnswer {
  status?: number;
  location?: string;
  hang?: boolean;
  /** The body. */
  text?: string;
}

/** A delivery as it came. */
export interface ReceivedDelivery {
  headers: Record<string, string>;
  body: string;
}

/** A running server, and how to end it. */
export interface ReceiverServer {
  address: string;
  close(): Promise<void>;
}

/**
 * Somebody else's server, which takes webhooks: `POST /{place}` is remembered and answered 204, or as was said before.
 * Tests inside workerd say so by `PUT /__next/{place}` with a list, and read what came by `GET /__received/{place}`.
 */
export async function startReceiverServer(): Promise<ReceiverServer> {
  const script = new Map<string, NextAnswer[]>();
  const received = new Map<string, ReceivedDelivery[]>();

  const server = createServer(async (request, response) => {
    const [, first = "", second = ""] = (request.url ?? "").split("/");
    const text = await textOf(request);
    if (first === "__next") {
      script.set(second, JSON.parse(text) as NextAnswer[]);
      return answer(response, { status: 200 });
    }
    if (first === "__received") {
      return answer(response, { status: 200, text: JSON.stringify(received.get(second) ?? []) });
    }
    const headers = request.headers as Record<string, string>;
    received.set(first, [...(received.get(first) ?? []), { headers, body: text }]);
    const next = script.get(first)?.shift() ?? { status: 204 };
    if (!next.hang) answer(response, next);
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

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  return text;
}

function answer(response: ServerResponse, { status = 204, location, text = "" }: NextAnswer): void {
  response.writeHead(status, location ? { Location: location } : {}).end(text);
}
