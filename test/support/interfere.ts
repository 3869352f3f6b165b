import { env } from "cloudflare:test";
import type { D1DatabaseSession } from "@cloudflare/workers-types";
import { vi } from "vitest";
import type { Operation } from "../../shared/contract/operations/operation.ts";
import { operationAt } from "./described.ts";
import { Service, type TestAnswer, type TestRequest } from "./service.ts";

/** A request in the midst of which something else happens. */
export interface Sent {
  operation: Operation;
  service: Service;
  /** The bearer token that it carries. */
  token: string;
}

/** When, and what. */
export interface Interference {
  /** Which request: the first of this operation, or the first of any. */
  operation?: string | undefined;
  /** While its body is on its way, or before so many batches of it have reached the database. */
  when: "body" | { batch: number };
  meanwhile: (sent: Sent) => Promise<void>;
}

/** What became of it. */
export interface Interfered {
  sent: Sent | null;
  happened: boolean;
  answer: TestAnswer | null;
}

/** Runs `act` with something happening in the midst of one of its requests. */
export async function interfere(
  { operation: id, when, meanwhile }: Interference,
  act: () => Promise<unknown>,
): Promise<Interfered> {
  const became: Interfered = { sent: null, happened: false, answer: null };
  const { send } = Service.prototype;
  const interfered = async (sent: Sent) => {
    became.happened = true;
    await meanwhile(sent);
  };
  const spy = vi.spyOn(Service.prototype, "send").mockImplementation(async function (
    this: Service,
    method,
    path,
    request = {},
  ) {
    const operation = operationAt(method, path);
    if (became.sent || !operation || (id !== undefined && operation.id !== id))
      return send.call(this, method, path, request);
    const sent = { operation, service: this, token: request.token ?? "" };
    became.sent = sent;
    const once = () => (became.happened ? Promise.resolve() : interfered(sent));
    const restore = when === "body" ? () => {} : beforeBatch(when.batch, once);
    try {
      const parked = when === "body" ? { ...request, ...heldBack(request, once) } : request;
      became.answer = await send.call(this, method, path, parked);
    } finally {
      restore();
    }
    return became.answer;
  });
  try {
    await act();
  } catch (error) {
    // What the way goes on to do with an answer that was refused is not of interest.
    if (!became.answer) throw error;
  } finally {
    spy.mockRestore();
  }
  return became;
}

/** The same body, whose length is said at once and which comes only when it is asked for, and `meanwhile` has happened. */
function heldBack({ body = {}, headers = {} }: TestRequest, meanwhile: () => Promise<void>): TestRequest {
  const bytes =
    body instanceof Uint8Array
      ? body
      : new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
  const stream = new ReadableStream(
    {
      async pull(controller) {
        await meanwhile();
        controller.enqueue(bytes);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { body: stream, headers: { "Content-Length": `${bytes.byteLength}`, ...headers } };
}

/** Lets something happen before the `number`th batch from now on; answers what ends that. */
function beforeBatch(number: number, meanwhile: () => Promise<void>): () => void {
  const sessions: D1DatabaseSession = Object.getPrototypeOf(env.DB.withSession("first-primary"));
  const { batch } = sessions;
  let batches = 0;
  sessions.batch = async function <Row>(this: D1DatabaseSession, ...words: Parameters<typeof batch>) {
    if (++batches === number) await meanwhile();
    return batch.apply<D1DatabaseSession, typeof words, ReturnType<typeof batch<Row>>>(this, words);
  };
  return () => {
    sessions.batch = batch;
  };
}
