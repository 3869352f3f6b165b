import type { MiddlewareHandler } from "hono";
import type { RandomBytes } from "./crypto/random.ts";
import type { Settings } from "./environment.ts";
import { callerOf } from "./http/caller.ts";
import type { House } from "./http/house.ts";
import { requestLocale } from "./http/request-locale.ts";
import { openGate } from "./mail/gate.ts";

/** Time and chance, passed in so that tests need not wait for either. */
export interface Nature {
  /** Milliseconds since 1970. */
  now: () => number;
  random: RandomBytes;
}

/** Hands each request its world once its body is there, and runs what it left for after its answer. */
export function buildWorld(settings: Settings, { now, random }: Nature): MiddlewareHandler<House> {
  const listeners = { noneUntil: 0 };
  const mailGate = openGate();
  return async (c, next) => {
    const tasks: (() => Promise<unknown>)[] = [];
    const at = now();
    c.set("world", {
      db: c.env.DB.withSession("first-primary"),
      mailbox: c.env.MAILBOX,
      cache: c.env.CACHE,
      assets: c.env.ASSETS,
      queue: c.env.WEBHOOKS,
      mails: c.env.MAILS,
      mailGate,
      listeners,
      settings,
      now: at,
      clock: now,
      random,
      locale: requestLocale(c),
      caller: callerOf(c.req.raw),
      afterAnswer: (task) => tasks.push(task),
    });
    await next();
    // By it an authenticator tells whether its own clock is right; the local runtime sends none by itself.
    c.header("Date", new Date(at).toUTCString());
    if (tasks.length > 0) c.executionCtx.waitUntil(runAll(tasks, c.get("requestId")));
  };
}

async function runAll(tasks: (() => Promise<unknown>)[], requestId: string): Promise<void> {
  for (const task of tasks) {
    await task().catch((error) => console.error(`after request ${requestId}:`, error));
  }
}
