import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A mail that the server took. */
export interface SentMail {
  id: string;
  idempotencyKey: string | null;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** Those of the mail itself. */
  headers: Record<string, string>;
}

/** What the next mail gets: a status, or no answer at all. With `to`, the next mail to that address. */
export interface NextAnswer {
  status?: number;
  hang?: boolean;
  /** Seconds, with 429. */
  retryAfter?: number;
  to?: string;
}

/** What goes wrong with a mail: it is answered with 500, or the connection is cut before it was taken, or after. */
export type Mishap = "fault" | "cut" | "lost";

/** A running server, and how to end it. */
export interface ResendServer {
  address: string;
  /** The mails that it took for an address, the oldest first. */
  sentTo(address: string): readonly SentMail[];
  /** How many requests it refused for its rate. */
  refused(): number;
  close(): Promise<void>;
}

/** The names and messages of Resend's own errors, by status. */
const problems: Record<number, [name: string, message: string]> = {
  401: ["missing_api_key", "Missing API key in the authorization header."],
  403: ["invalid_api_key", "API key is invalid."],
  404: ["not_found", "The requested endpoint does not exist."],
  409: ["invalid_idempotent_request", "This idempotency key was used with another payload."],
  422: ["validation_error", "Invalid `to` field."],
  429: ["rate_limit_exceeded", "Too many requests. You can only make 2 requests per second."],
  500: ["application_error", "An unexpected error occurred."],
};

/**
 * Speaks as much of Resend's API as a worker needs: `POST /emails`, with bearer keys that begin with `re_` and
 * `Idempotency-Key` honoured. Tests inside workerd steer it by `POST /__next` and look at `GET /__sent?to=`; with
 * `mishapOf` something goes wrong with each mail for which it names what.
 * With `perSecond` it takes no more requests in a second, each second anew, and refuses the others with 429.
 */
export async function startResendServer(
  mishapOf: (to: string) => Mishap | null = () => null,
  perSecond = Number.POSITIVE_INFINITY,
): Promise<ResendServer> {
  const sent: SentMail[] = [];
  const byKey = new Map<string | null, { mail: SentMail; body: string }>();
  const byRecipient = new Map<string, SentMail[]>();
  const script: NextAnswer[] = [];
  const rate = { second: 0, requests: 0, refused: 0 };

  const routes: Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>> = {
    "POST /emails": async (request, response) => {
      const key = request.headers.authorization?.match(/^Bearer (.+)$/)?.[1];
      if (key === undefined) return refuse(response, 401);
      if (!key.startsWith("re_")) return refuse(response, 403);
      const second = Math.floor(Date.now() / 1000);
      if (second !== rate.second) Object.assign(rate, { second, requests: 0 });
      if (++rate.requests > perSecond) {
        rate.refused++;
        return refuse(response, 429);
      }
      const body = await textOf(request);
      const wish = JSON.parse(body) as Partial<SentMail> & { to?: string | string[] };
      const to = [wish.to ?? []].flat();

      const at = script.findIndex((each) => each.to === undefined || to.includes(each.to));
      const [next] = at < 0 ? [] : script.splice(at, 1);
      if (next?.hang) return;
      if (next?.status && next.status >= 400) return refuse(response, next.status, next.retryAfter);
      const mishap = mishapOf(to[0] ?? "");
      if (mishap === "fault") return refuse(response, 500);
      if (mishap === "cut") return void request.socket.destroy();
      if (!wish.from || to.length === 0 || !wish.subject) return refuse(response, 422);

      const idempotencyKey = request.headers["idempotency-key"]?.toString() ?? null;
      const earlier = idempotencyKey === null ? undefined : byKey.get(idempotencyKey);
      if (earlier)
        return earlier.body === body ? answer(response, 200, { id: earlier.mail.id }) : refuse(response, 409);
      const { from, subject, text = "", html = "", headers = {} } = wish;
      const mail: SentMail = { id: randomUUID(), idempotencyKey, from, to, subject, text, html, headers };
      sent.push(mail);
      byKey.set(idempotencyKey, { mail, body });
      for (const each of to) byRecipient.set(each, [...(byRecipient.get(each) ?? []), mail]);
      if (mishap === "lost") return void request.socket.destroy();
      answer(response, 200, { id: mail.id });
    },
    "POST /__next": async (request, response) => {
      script.push(JSON.parse(await textOf(request)) as NextAnswer);
      answer(response, 200, {});
    },
    "GET /__sent": async (request, response) => {
      const to = new URL(request.url ?? "", "http://resend").searchParams.get("to");
      answer(response, 200, to === null ? sent : (byRecipient.get(to) ?? []));
    },
  };

  const server = createServer((request, response) => {
    const route = routes[`${request.method} ${request.url?.split("?")[0]}`];
    if (!route) return refuse(response, 404);
    route(request, response).catch(() => refuse(response, 500));
  });
  // Else it closes idle connections by itself, and a mail that sets out in that moment fails with nobody having wished so.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused: () => rate.refused,
    sentTo: (address) => byRecipient.get(address) ?? [],
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

function refuse(response: ServerResponse, statusCode: number, retryAfter = 1): void {
  const [name, message] = problems[statusCode] ?? ["application_error", "An unexpected error occurred."];
  if (statusCode === 429) response.setHeader("Retry-After", `${retryAfter}`);
  answer(response, statusCode, { statusCode, name, message });
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
