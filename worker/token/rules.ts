/** How long a token is good: no list of revoked ones is kept, so this is how long one outlives its session at most. */
export const tokenLifetimeSeconds = 300;

/** A server that tokens may be made for, and the pages that may ask for them. */
export interface Audience {
  name: string;
  /** Origins of other sites' pages. */
  origins: readonly string[];
}

/**
 * Whether a token for `audience` may be made for a request from `origin`, which is undefined where no page asks. A page
 * gets tokens only for the servers that name it: else any page on the allow-list could act at every server as whoever
 * is signed in.
 */
export function mayAsk(audience: Audience, origin: string | undefined, ownOrigin: string): boolean {
  return origin === undefined || origin === ownOrigin || audience.origins.includes(origin);
}
