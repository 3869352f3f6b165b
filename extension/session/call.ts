import { withoutToken } from "../../shared/contract/issued-token.ts";
import { noteClock } from "../clock/note.ts";
import { serviceAddress } from "../connection.ts";
import { exclusively } from "../exclusively.ts";
import type { ServiceAnswer, ServiceCall } from "../messages.ts";
import { inMemory } from "../storage.ts";

const kept = inMemory("session");

/** Whether somebody is signed in at the service of the settings. */
export async function hasSession(): Promise<boolean> {
  return (await tokenFor(await serviceAddress())) !== undefined;
}

/**
 * Calls the service with the session, if there is one. A token in the answer is kept here and goes no further;
 * one that the service no longer knows, or that has just been signed out, is forgotten.
 */
export async function callService(call: ServiceCall): Promise<ServiceAnswer> {
  const service = await serviceAddress();
  const token = await tokenFor(service);
  const answer = await send(service, call, token);
  if (answer === "unreachable") return answer;

  const { body, token: issued } = withoutToken(answer.body);
  if (issued !== undefined) await exclusively("session", () => kept.write({ service, token: issued }));
  else if (endsSession(call, answer)) await forget(token);
  return { ...answer, body };
}

async function send(service: string, call: ServiceCall, token: string | undefined): Promise<ServiceAnswer> {
  if (!call.path.startsWith("/v1/")) throw new Error(`${call.path} is no path of the API`);
  try {
    const sentAt = Date.now();
    const response = await fetch(service + call.path, {
      method: call.method,
      headers: {
        ...call.headers,
        "Latchkey-Session": "bearer",
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: call.body,
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
    });
    // That the clock could not be noted says nothing of the answer.
    await noteClock(response, sentAt, Date.now()).catch(() => {});
    const date = response.headers.get("Date");
    return { status: response.status, body: await response.text(), ...(date === null ? {} : { date }) };
  } catch {
    return "unreachable";
  }
}

async function tokenFor(service: string): Promise<string | undefined> {
  const session = await kept.read();
  return session?.service === service ? session.token : undefined;
}

function endsSession({ path, method }: ServiceCall, { status, body }: { status: number; body: string }): boolean {
  const isSignOut = method === "DELETE" && path === "/v1/session" && status === 204;
  return isSignOut || (status === 401 && body.includes('"not_signed_in"'));
}

/** Forgets a token, unless another one has taken its place while the call was under way. */
async function forget(token: string | undefined): Promise<void> {
  if (token === undefined) return;
  await exclusively("session", async () => {
    if ((await kept.read())?.token === token) await kept.remove();
  });
}
