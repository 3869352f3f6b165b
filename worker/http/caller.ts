/** Who sends a request. */
export interface Caller {
  /** By the platform alone; `X-Forwarded-For` is the caller's own word and never read (promise G2). */
  ip: string;
  /** The browser as it names itself, cut to what is kept. */
  userAgent: string;
  /** Where the network address is, as `Valencia, ES`; null where the platform does not say. */
  place: string | null;
}

const userAgentLimit = 256;

/** Who sends `request`. The address is empty where no platform stands in front, as in a test. */
export function callerOf(request: Request & { cf?: { city?: unknown; country?: unknown } }): Caller {
  const parts = [request.cf?.city, request.cf?.country].filter((part) => typeof part === "string" && part !== "");
  return {
    ip: request.headers.get("CF-Connecting-IP") ?? "",
    userAgent: (request.headers.get("User-Agent") ?? "").slice(0, userAgentLimit),
    place: parts.length > 0 ? parts.join(", ") : null,
  };
}
