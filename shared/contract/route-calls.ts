/** What a route is called with: the parts of Hono's own that the contract uses. */
interface RouteInput {
  json?: unknown;
  param?: Record<string, string>;
  query?: Record<string, string | undefined>;
}

/**
 * Every route as a function, as Hono's `hc` has them and types them: `routes.v1.account.$get()`. Its own code would be
 * half of the package that other people's pages load, for forms, cookies and sockets that no route of ours has.
 */
export function routeCalls<Calls extends object>(
  service: string,
  { fetch: send, headers }: { fetch: typeof fetch; headers: Record<string, string> },
): Calls {
  const call = (path: string[], method: string, { json, param, query }: RouteInput = {}, init: RequestInit = {}) => {
    const filled = path.map((part) => (part.startsWith(":") ? encodeURIComponent(param?.[part.slice(1)] ?? "") : part));
    const asked = Object.entries(query ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const search = asked.length > 0 ? `?${new URLSearchParams(asked)}` : "";
    return send(`${service}/${filled.join("/")}${search}`, {
      method: method.toUpperCase(),
      headers: json === undefined ? headers : { ...headers, "Content-Type": "application/json" },
      body: json === undefined ? undefined : JSON.stringify(json),
      ...init,
    });
  };
  const at = (path: string[]): object =>
    new Proxy(() => {}, {
      get: (_, part) => at([...path, String(part)]),
      apply: (_, __, [input, options]) => call(path.slice(0, -1), path.at(-1)?.slice(1) ?? "", input, options?.init),
    });
  return at([]) as Calls;
}
