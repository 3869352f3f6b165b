import { inject } from "vitest";
import type { NextAnswer, SentMail } from "./resend-server.ts";

/** Tells the local Resend what the next mail gets. */
export async function nextMailGets(answer: NextAnswer): Promise<void> {
  const response = await fetch(`${inject("resendAddress")}/__next`, { method: "POST", body: JSON.stringify(answer) });
  if (!response.ok) throw new Error(`the local Resend answered ${response.status}`);
}

/** The mails that the local Resend took for an address, the oldest first. */
export async function sentTo(address: string): Promise<SentMail[]> {
  const response = await fetch(`${inject("resendAddress")}/__sent?to=${encodeURIComponent(address)}`);
  return response.json();
}
