import { describe, expect, it } from "vitest";
import type { Account } from "../../../shared/contract/account.ts";
import type { Client } from "../../../shared/contract/client.ts";
import type { DisputedItem } from "../../../shared/contract/not-me.ts";
import { ok } from "../../../shared/outcome.ts";
import { createSecurity } from "../../../shared/panel/security-state.ts";

const account = { id: "account-1", email: "ana@example.com" } as Account;
const passkey = { id: "item-1", kind: "passkey", state: "suspended", name: "Spare phone" } as DisputedItem;

async function openPanel(opened: "password" | null) {
  let items: DisputedItem[] = [];
  const client = {
    account: { get: async () => ok(account) },
    disputed: { list: async () => ok({ items }) },
  } as unknown as Client;
  const security = createSecurity({ client, opened, onEnded: () => {}, onLeft: () => {} });
  await security.load();
  return {
    security,
    dispute: () => {
      items = [passkey];
    },
  };
}

describe("a panel whose owner signs in again over it", () => {
  it("leaves open what was open", async () => {
    const { security } = await openPanel("password");
    await security.resume();
    expect(security.open.value).toBe("password");
  });

  it("shows what was disputed meanwhile before all else", async () => {
    const { security, dispute } = await openPanel("password");
    dispute();
    await security.resume();
    expect(security.open.value).toEqual({ review: {} });
  });

  it("keeps what was chosen in a review that was open", async () => {
    const { security, dispute } = await openPanel(null);
    dispute();
    await security.resume();
    security.keepReview({ "item-1": false });
    await security.resume();
    expect(security.open.value).toEqual({ review: { "item-1": false } });
  });
});
