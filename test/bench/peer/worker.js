import { env } from "cloudflare:workers";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { bearer, twoFactor } from "better-auth/plugins";
import { Hono } from "hono";
import { atFirstRequest } from "../servers/at-first-request.ts";
import { countedDatabase, counting } from "../servers/counting.ts";

/** The peer as its documentation sets it up, with what Latchkey has too: two-factor, bearer tokens, mails in KV. */
const optionsAt = (origin) => ({
  appName: "Peer",
  baseURL: origin,
  secret: env.PEER_SECRET,
  database: countedDatabase(env.DB),
  emailAndPassword: { enabled: true },
  // All requests of a benchmark are one client's.
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  plugins: [
    bearer(),
    twoFactor({
      otpOptions: {
        sendOTP: ({ user, otp }) => env.MAILBOX.put(`code:${user.email}`, otp, { expirationTtl: 3600 }),
      },
    }),
  ],
});
const service = atFirstRequest((origin) => ({ options: optionsAt(origin), auth: betterAuth(optionsAt(origin)) }));

export default new Hono()
  .use((c, next) => {
    service(c.req.raw);
    return next();
  })
  .get("/bench/floor", (c) => c.json({ status: "ok" }))
  .post("/bench/migrate", async (c) => {
    const { runMigrations } = await getMigrations({ ...service(c.req.raw).options, database: env.DB });
    await runMigrations();
    return c.json({ status: "ok" });
  })
  .get("/bench/code", async (c) => c.text((await env.MAILBOX.get(`code:${c.req.query("email")}`)) ?? ""))
  .all("/api/auth/*", (c) => counting(() => service(c.req.raw).auth.handler(c.req.raw)));
