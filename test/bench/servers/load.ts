import { env } from "cloudflare:workers";
import type { ExecutionContext } from "hono";
import { createApp } from "../../../worker/app.ts";
import { systemRandom } from "../../../worker/crypto/random.ts";
import { type Bindings, readSettings } from "../../../worker/environment.ts";
import { createSchedule } from "../../../worker/scheduled.ts";
import { type ClockSetting, clockOf } from "../load/clock.ts";
import { atFirstRequest } from "./at-first-request.ts";
import { failingDatabase, faultsOf, injected, requests } from "./failing.ts";

const clock = clockOf(JSON.parse((env as unknown as { CLOCK: string }).CLOCK) as ClockSetting);
const nature = { now: () => requests.getStore()?.now ?? clock.now(), random: systemRandom };
const service = atFirstRequest((origin) => {
  const settings = readSettings({ ...env, ORIGIN: origin });
  return { app: createApp(settings, nature), schedule: createSchedule(settings, systemRandom) };
});

/** The worker as it is, over a database that fails as a request's header wishes, by a clock that runs ahead. */
export default {
  async fetch(request: Request, bindings: Bindings, context: ExecutionContext): Promise<Response> {
    const { app, schedule } = service(request);
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/load/injected") return Response.json(injected);
    if (pathname === "/load/pass") {
      clock.pass(Number(searchParams.get("seconds")));
      return Response.json({ now: clock.now() });
    }
    const watched = { now: clock.now(), faults: faultsOf(request.headers.get("Load-Faults")), failed: [] };
    const failing = { ...bindings, DB: failingDatabase(bindings.DB) };
    return requests.run(watched, async () => {
      if (pathname === "/load/schedule") {
        await schedule({ scheduledTime: watched.now }, failing);
        return Response.json({ now: watched.now });
      }
      const left: Promise<unknown>[] = [];
      const noting = { ...context, waitUntil: (task: Promise<unknown>) => void left.push(task) };
      const answered = await app.fetch(request, failing, noting as ExecutionContext);
      const failedBefore = watched.failed.length;
      // Who waits for a mail that goes out after the answer wants to know when nothing more will come.
      if (request.headers.has("Load-Settle")) await Promise.all(left);
      else for (const task of left) context.waitUntil(task);
      const response = new Response(answered.body, answered);
      response.headers.set("Load-Now", `${watched.now}`);
      response.headers.set("Load-Failed", `${failedBefore}`);
      return response;
    });
  },
};
