import { env } from "cloudflare:workers";
import { createApp } from "./app.ts";
import { systemRandom } from "./crypto/random.ts";
import { readSettings } from "./environment.ts";
import { createSchedule } from "./scheduled.ts";

const settings = readSettings(env);

export default {
  fetch: createApp(settings, { now: () => Date.now(), random: systemRandom }).fetch,
  scheduled: createSchedule(settings, systemRandom),
};
