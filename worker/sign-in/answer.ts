import type { Context } from "hono";
import type { SignInAnswer } from "../../shared/contract/sign-in.ts";
import { carryBrowser } from "../http/browser-carrier.ts";
import type { House } from "../http/house.ts";
import { carrySession } from "../http/session-carrier.ts";
import type { StartedSignIn } from "./start.ts";

/** The sign-in answer of the contract; a session and a remembered browser go out by whatever carries them. */
export function signInAnswer(c: Context<House>, signIn: StartedSignIn): SignInAnswer {
  if (signIn.kind === "second_step") return signIn.answer;
  const { account, session, browser } = signIn;
  return {
    status: "complete",
    account,
    session: carrySession(c, session),
    ...(browser && { device: carryBrowser(c, browser) }),
  };
}
