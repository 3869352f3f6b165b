import type { Context, MiddlewareHandler } from "hono";
import { utf8 } from "../crypto/utf8.ts";
import type { House } from "../http/house.ts";
import { visitorKey } from "../http/visitor-key.ts";
import { keyHasScope } from "../operator/identify.ts";
import { subscriberNetwork } from "../throttle/network.ts";
import { passesShield, refuseFlood } from "./shield.ts";

/** How far the clocks of a backend and of this service may be apart, and for how long what it signed can be repeated. */
const freshSeconds = 60;

/**
 * Takes the address of a visitor from a backend that passes it on by `Latchkey-Visitor`, signed by an administrator's
 * key with the scope `visitors:forward` (promise G6): from then on it is whom the request comes from, for every count
 * and every activity. The backend's own address was counted before. What is not signed so is ignored, and the answer
 * says which it was.
 */
export const acceptVisitor: MiddlewareHandler<House> = async (c, next) => {
  if (c.req.header("Latchkey-Visitor") === undefined) return next();
  const ip = await signedAddress(c);
  const { world } = c.var;
  if (ip !== null) {
    const network = subscriberNetwork(ip);
    if (network !== null && !(await passesShield(c, network))) {
      return refuseFlood(c);
    }
    c.set("provesItself", true);
    c.set("world", { ...world, caller: { ...world.caller, ip, place: null } });
  }
  await next();
  c.header("Latchkey-Visitor", ip === null ? "ignored" : "accepted");
};

/** The visitor's address, where it is signed, fresh and by a key that may say so; null else. Keys belong in servers. */
async function signedAddress(c: Context<House>): Promise<string | null> {
  const key = visitorKey(c);
  const header = c.req.header("Latchkey-Visitor") ?? "";
  const [, seconds, ip, mac] = /^t=(\d{1,12}),ip=([\da-f:.]{2,45}),v1=([\da-f]{64})$/i.exec(header) ?? [];
  if (key === undefined || seconds === undefined || ip === undefined || mac === undefined) return null;
  if (c.req.header("Origin") !== undefined || subscriberNetwork(ip) === null) return null;
  const { world } = c.var;
  if (Math.abs(world.now / 1000 - Number(seconds)) > freshSeconds) return null;
  if (!(await isSignedBy(key, `${seconds}.${ip}`, mac))) return null;
  return (await keyHasScope(world, key, "visitors:forward")) ? ip : null;
}

async function isSignedBy(key: string, text: string, hex: string): Promise<boolean> {
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", utf8(key), hmac, false, ["verify"]);
  const mac = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify("HMAC", imported, mac, utf8(text));
}
