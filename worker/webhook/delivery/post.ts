import type { Attempt } from "./rules.ts";

/**
 * Posts a body to an endpoint, and answers what came of it. Only the status counts: the answer's body is not read, and a
 * redirect is not followed, for it leads where nobody looked.
 */
export async function postDelivery(
  url: string,
  {
    headers,
    body,
    timeoutMilliseconds,
  }: { headers: Readonly<Record<string, string>>; body: string; timeoutMilliseconds: number },
): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "User-Agent": "Latchkey-Webhooks", ...headers },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    await response.body?.cancel();
    const { status } = response;
    return { status, problem: status >= 300 && status < 400 ? "redirect" : null };
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === "TimeoutError";
    return { status: null, problem: isTimeout ? "timeout" : "unreachable" };
  }
}
