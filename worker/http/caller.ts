/** Who sends a request. */
export interface Caller {
  /** By the platform alone; `X-Forwarded-For` is the caller's own word and never read (promise G2). */
  ip: string;
  /** The browser as it names itself, cut to what is kept. */
  userAgent: string;
  /** Where the network address is, as `Valencia, ES`; null where the platform does not say, or says no network address, or on a local machine. */
  place: string | null;
}

const userAgentLimit = 256;

/** Addresses of this machine and of networks at home, which are nowhere that a city could be said of (RFC 6890). */
const nowhere =
  /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)|^(::1$|f[cd][\da-f]{2}:|fe80:)/i;

/** Who sends `request`. The address is empty where no platform stands in front, as in a test. */
export function callerOf(request: Request & { cf?: { city?: unknown; country?: unknown } }): Caller {
  const ip = request.headers.get("CF-Connecting-IP") ?? "";
  const parts = [request.cf?.city, request.cf?.country].filter((part) => typeof part === "string" && part !== "");
  return {
    ip,
    userAgent: (request.headers.get("User-Agent") ?? "").slice(0, userAgentLimit),
    place: parts.length > 0 && ip !== "" && !nowhere.test(ip) ? parts.join(", ") : null,
  };
}
