import { env } from "cloudflare:workers";
import type { ExecutionContext } from "hono";
import { createApp } from "../../../worker/app.ts";
import { systemRandom } from "../../../worker/crypto/random.ts";
import { type Bindings, readSettings } from "../../../worker/environment.ts";
import { hashPassword } from "../../../worker/password/hash.ts";
import { createSchedule } from "../../../worker/scheduled.ts";
import { atFirstRequest } from "./at-first-request.ts";
import { countedDatabase, counting } from "./counting.ts";

let aheadMs = 0;
const service = atFirstRequest((origin) => {
  const settings = readSettings({ ...env, ORIGIN: origin });
  const app = createApp(settings, { now: () => Date.now() + aheadMs, random: systemRandom });
  return { app, runSchedule: createSchedule(settings, systemRandom) };
});

/** The worker as it is, and what a benchmark needs: a route that does nothing, a clock to move, the cron trigger's chores, counts. */
export default {
  fetch(request: Request, bindings: Bindings, context: ExecutionContext): Response | Promise<Response> {
    const { app, runSchedule } = service(request);
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/bench/floor") return Response.json({ status: "ok" });
    if (pathname === "/bench/pass") {
      // So that a benchmark does not wait until an app's next code is accepted, or another e-mail may be sent.
      aheadMs += Number(searchParams.get("seconds")) * 1000;
      return Response.json({ now: Date.now() + aheadMs });
    }
    if (pathname === "/bench/hash") {
      return Response.json({ status: "ok", length: hashPassword("a long way to the harbour", systemRandom).length });
    }
    const counted = { ...bindings, DB: countedDatabase(bindings.DB) };
    if (pathname === "/bench/scheduled") {
      return counting(async () => {
        await runSchedule({ scheduledTime: Date.now() + aheadMs }, counted);
        return Response.json({ status: "ok" });
      });
    }
    return counting(() => app.fetch(request, counted, context));
  },
};
