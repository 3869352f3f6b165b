import type { Context } from "hono";
import * as v from "valibot";
import { exchangeForm, refreshForm } from "../../shared/contract/oidc.ts";
import type { House } from "../http/house.ts";
import { exchangeCode } from "./exchange.ts";
import { refreshTokens } from "./family/refresh.ts";
import type { FormOfClient } from "./form-of-client.ts";
import { oauthFail } from "./oauth-fail.ts";
import { whatIsWrong } from "./read-request.ts";

/** Answers a request for tokens, by what it offers for them: a code, or a refresh token. */
export async function giveTokens(c: Context<House>, { client, form }: FormOfClient): Promise<Response> {
  const { world } = c.var;
  const type = form.get("grant_type");
  if (type === null) return oauthFail(c, "invalid_request", "grant_type is missing.");
  const sent = Object.fromEntries(form);
  if (type === "authorization_code") {
    const read = v.safeParse(exchangeForm, sent);
    if (!read.success) return oauthFail(c, "invalid_request", whatIsWrong(read.issues[0], form));
    const exchanged = await exchangeCode(world, client, read.output);
    return exchanged.ok ? c.json(exchanged.value) : oauthFail(c, exchanged.code, exchanged.details.why);
  }
  if (type !== "refresh_token") return oauthFail(c, "unsupported_grant_type");
  const read = v.safeParse(refreshForm, sent);
  if (!read.success) return oauthFail(c, "invalid_request", whatIsWrong(read.issues[0], form));
  const { refresh_token: token, scope = null } = read.output;
  const refreshed = await refreshTokens(world, client, { token, scope });
  return refreshed.ok ? c.json(refreshed.value) : oauthFail(c, refreshed.code, refreshed.details.why);
}
