import type { Context } from "hono";
import * as v from "valibot";
import { tokenForm } from "../../shared/contract/oidc.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { House } from "../http/house.ts";
import { authenticateClient } from "./authenticate-client.ts";
import { readForm } from "./read-form.ts";
import { whatIsWrong } from "./read-request.ts";
import { isConfidential, type OidcClient } from "./rules.ts";

/** A form, and the client that it was proved to come from. */
export interface FormOfClient {
  client: OidcClient;
  form: URLSearchParams;
}

/** Reads the form of a site's server, and who sends it. */
export async function formOfClient(
  c: Context<House>,
): Promise<Outcome<FormOfClient, "invalid_client" | "invalid_request", { why: string }>> {
  const form = await readForm(c);
  if (!form.ok) return form;
  const client = await authenticateClient(c.var.world, {
    form: form.value,
    authorization: c.req.header("Authorization"),
    path: c.req.path,
  });
  if (!client.ok) return client;
  c.set("registeredOrigins", client.value.origins);
  if (isConfidential(client.value)) c.set("provesItself", true);
  return ok({ client: client.value, form: form.value });
}

/** Reads a form that is about one token. */
export async function tokenOfClient(
  c: Context<House>,
): Promise<Outcome<{ client: OidcClient; token: string }, "invalid_client" | "invalid_request", { why: string }>> {
  const sent = await formOfClient(c);
  if (!sent.ok) return sent;
  const { client, form } = sent.value;
  const read = v.safeParse(tokenForm, Object.fromEntries(form));
  if (!read.success) return fail("invalid_request", { why: whatIsWrong(read.issues[0], form) });
  return ok({ client, token: read.output.token });
}
