import { env } from "cloudflare:workers";
import { createApp } from "./app.ts";
import { systemRandom } from "./crypto/random.ts";
import { readSettings } from "./environment.ts";
import { createConsumer } from "./queued.ts";
import { createSchedule } from "./scheduled.ts";

const settings = readSettings({ ...env });
const nature = { now: () => Date.now(), random: systemRandom };

export default {
  fetch: createApp(settings, nature).fetch,
  scheduled: createSchedule(settings, systemRandom),
  queue: createConsumer(settings, nature),
};
