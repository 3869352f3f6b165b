import * as v from "valibot";
import { audienceName } from "../../shared/contract/token.ts";
import { origin } from "../setting-text.ts";

/**
 * A server of the setting TOKEN_AUDIENCES: its name, and behind `=` the origins of the pages that may ask for its tokens,
 * with commas between. Pages of an address's own origin may without being named.
 */
export const audience = v.pipe(
  v.string(),
  v.transform((text) => {
    const [name = "", ...pages] = text.split(/[=,]/);
    return { name, origins: pages };
  }),
  v.object({
    name: v.message(audienceName, "must begin with the name of a server, as `orders` or https://api.example.com"),
    origins: v.array(origin),
  }),
  v.transform(({ name, origins }) => ({ name, origins: [...origins, ...originOf(name)] })),
);

export type AudienceSetting = v.InferOutput<typeof audience>;

function originOf(name: string): string[] {
  return /^https?:/.test(name) && URL.canParse(name) ? [new URL(name).origin] : [];
}
