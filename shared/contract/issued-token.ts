/** An answer of the service with the session's token taken out of it. */
export interface Stripped {
  body: string;
  token?: string;
}

/** Takes the token of a new or renewed session out of an answer's JSON; any other text is given back as it is. */
export function withoutToken(body: string): Stripped {
  const answer = parse(body);
  const token = answer?.session?.token;
  if (!answer?.session || typeof token !== "string") return { body };
  const { token: _, ...session } = answer.session;
  return { body: JSON.stringify({ ...answer, session }), token };
}

function parse(body: string): { session?: { token?: unknown } } | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
