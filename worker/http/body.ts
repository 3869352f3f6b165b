import type { MiddlewareHandler } from "hono";
import { bodyLimitBytes, bodyLimitSeconds } from "../../shared/contract/limits.ts";
import { fail as failure, type Outcome, ok } from "../../shared/outcome.ts";
import { second } from "../time.ts";
import { fail } from "./fail.ts";
import type { House } from "./house.ts";

/** A route whose body may be larger than 16 KiB. */
export interface LargeBody {
  method: string;
  path: RegExp;
  limitBytes: number;
}

/**
 * Reads the whole body before anything is decided: what the request may do, and what time it is, are facts of the moment
 * in which all of it is there (promise S4b). Only those of `large` may be more than 16 KiB.
 */
export function readBody(large: LargeBody): MiddlewareHandler<House> {
  return async (c, next) => {
    const { body: stream, headers } = c.req.raw;
    if (stream) {
      const isLarge = c.req.method === large.method && large.path.test(c.req.path);
      const limitBytes = isLarge ? large.limitBytes : bodyLimitBytes;
      if (Number(headers.get("Content-Length")) > limitBytes) return fail(c, failure("body_too_large"));
      const read = await readAll(stream, limitBytes);
      if (!read.ok) return fail(c, read);
      c.req.raw = new Request(c.req.raw, { body: read.value });
    }
    await next();
  };
}

/** All that a stream brings, unless that is more than `limitBytes` or takes longer than a body may: then it is not read on. */
async function readAll(
  stream: ReadableStream<Uint8Array>,
  limitBytes: number,
): Promise<Outcome<Blob, "body_too_large" | "request_timeout">> {
  const reader = stream.getReader();
  const timeout = Promise.withResolvers<null>();
  const timer = setTimeout(() => timeout.resolve(null), bodyLimitSeconds * second);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), timeout.promise]);
      if (read?.done) return ok(new Blob(parts));
      size += read?.value.byteLength ?? 0;
      if (read === null || size > limitBytes) {
        // Nobody waits for what the sender makes of it.
        reader.cancel().catch(() => {});
        return failure(read === null ? "request_timeout" : "body_too_large");
      }
      parts.push(new Uint8Array(read.value));
    }
  } finally {
    clearTimeout(timer);
  }
}
