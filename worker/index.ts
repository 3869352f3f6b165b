import { env } from "cloudflare:workers";
import { createApp } from "./app.ts";
import { systemRandom } from "./crypto/random.ts";
import { readSettings } from "./environment.ts";

export default createApp(readSettings(env), { now: () => Date.now(), random: systemRandom });
