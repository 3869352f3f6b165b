import type { Context, MiddlewareHandler } from "hono";
import { fail as failure } from "../../shared/outcome.ts";
import { randomId } from "../crypto/random.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { changesState } from "../http/origin.ts";
import { tokenInAnswer } from "../http/session-carrier.ts";
import type { World } from "../world.ts";
import { findEarlier, giveBack, idOf, type KeptAnswer, type KeyedRequest, keep } from "./answer.ts";
import { CameBefore, type ClaimedWorld, claim } from "./claim.ts";
import { keyedRequest } from "./keyed-request.ts";
import { isFinal, isIdempotencyKey } from "./rules.ts";

/** How often, and after how many milliseconds each, the answer to a request that is still under way is looked for. */
const patience = { times: 50, milliseconds: 200 };

/** Headers that belong to an answer; the others are made for each answer anew. */
const keptHeaders = ["content-type", "location", "set-cookie", "www-authenticate"];

const badKey = { path: "Idempotency-Key", message: "expected 16 to 64 visible characters" };

/**
 * Carries a request with an `Idempotency-Key` out once, whichever route it is for: sent again within ten minutes, it gets
 * the same answer (promise S15). No route knows of it, and none can forget it: the database takes nothing of a request
 * that came before. It costs no round trip; the answer is kept while it is on its way.
 */
export const answerOnce: MiddlewareHandler<House> = async (c, next) => {
  const key = c.req.header("Idempotency-Key");
  if (key === undefined || !changesState(c)) return next();
  if (!isIdempotencyKey(key)) return fail(c, failure("invalid_request", { fields: [badKey] }));
  const { world } = c.var;
  const request = await keyedRequest(c, key);
  const claimedBy = randomId(world.random);
  const claimed = claim(world, { id: await idOf(world, request.credential, key), claimedBy, request: request.digest });
  c.set("world", claimed.world);
  c.set("answerEarlier", () => answerEarlier(c, world, request));
  const carriedOut = (async () => {
    await next();
    claimed.release();
    if (!(c.error instanceof CameBefore)) return answerOf(c.res.clone());
  })();
  // Whoever asked may be gone by now. What was done is written down all the same, for when they ask again.
  c.executionCtx.waitUntil(carriedOut.then((answer) => answer && settle(c, world, { request, claimed, answer })));
  await carriedOut;
};

/** Keeps the answer, or gives the key back where the request was not carried out. */
async function settle(
  c: Context<House>,
  world: World,
  { request, claimed, answer }: { request: KeyedRequest; claimed: ClaimedWorld; answer: KeptAnswer },
): Promise<void> {
  const { status, body } = answer;
  const isGood = status < 400;
  // What neither wrote anything nor made anything of a session's own is the same each time.
  if (!claimed.hasClaimed && !(isGood && c.get("provesItself"))) return;
  const renewed = tokenInAnswer(answer);
  try {
    if (isGood || isFinal(status, codeOf(body))) await keep(world, request, claimed.key, { answer, renewed });
    else await giveBack(world, claimed.key);
  } catch (error) {
    console.error(`request ${c.get("requestId")}: its answer is not kept:`, error);
  }
}

async function answerEarlier(c: Context<House>, world: World, request: KeyedRequest): Promise<Response> {
  for (let times = 0; times < patience.times; times++) {
    const earlier = await findEarlier(world, request);
    if (earlier.is === "another") return fail(c, failure("key_reused"));
    if (earlier.is === "answered") return responseOf(earlier.answer);
    // It was not carried out after all.
    if (earlier.is === "unknown") break;
    await new Promise((resolve) => setTimeout(resolve, patience.milliseconds));
  }
  return fail(c, failure("still_working", { retryAfter: 1 }));
}

async function answerOf(response: Response): Promise<KeptAnswer> {
  const headers = [...response.headers].filter(([name]) => keptHeaders.includes(name));
  return { status: response.status, headers, body: await response.text() };
}

function responseOf({ status, headers, body }: KeptAnswer): Response {
  const response = new Response(body === "" ? null : body, { status });
  for (const [name, value] of headers) response.headers.append(name, value);
  return response;
}

function codeOf(body: string): unknown {
  try {
    return (JSON.parse(body) as { code?: unknown }).code;
  } catch {
    return undefined;
  }
}
