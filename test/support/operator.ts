import { env } from "cloudflare:test";
import type { OperatorScope } from "../../shared/contract/operator.ts";
import { systemRandom } from "../../worker/crypto/random.ts";
import { createOperatorKey } from "../../worker/operator/key.ts";
import type { Service } from "./service.ts";

/** A fresh operator's key with these scopes, as the token of a request. */
export async function operatorWith(service: Service, ...scopes: OperatorScope[]): Promise<{ token: string }> {
  const wish = { name: "Ops", scopes, days: 30 };
  const { key } = await createOperatorKey(env.DB.withSession("first-primary"), wish, {
    now: service.now,
    random: systemRandom,
  });
  return { token: key };
}
