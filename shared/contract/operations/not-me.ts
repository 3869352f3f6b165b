import { decideDisputedBody, disputed, disputedItem } from "../not-me.ts";
import { signedLinkBody } from "../signed-link.ts";
import { json } from "./content.ts";
import { before, id, later } from "./example.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

const phone = {
  id,
  kind: "passkey" as const,
  state: "suspended" as const,
  name: "Phone",
  addedAt: before,
  ip: "203.0.113.7",
  userAgent: "Mozilla/5.0",
  browser: "Firefox",
  system: "Windows",
  place: "Austin, US",
  until: later,
};

export const notMeFeature: Feature = {
  name: "not-me",
  title: "This wasn't me",
  about:
    "Lock an account by the link of a security mail, then review what was changed: what was added is suspended, what was removed can be restored.",
  shapes: {
    Disputed: answered(disputed, "What waits for its owner's decision.", {
      since: "When the disputed time began; null where nothing is disputed.",
    }),
    DisputedItem: answered(
      disputedItem,
      "Something that was suspended or removed. Suspended, it signs nobody in, is asked of nobody and proves nothing.",
      {
        state: "`suspended`: added in the disputed time. `removed`: removed in it.",
        name: "Empty for recovery codes.",
        ip: "From where it was added; empty where that is not known.",
        until: "When it is deleted, unless it is kept.",
      },
      phone,
    ),
  },
  operations: [
    {
      method: "post",
      path: "/v1/not-me",
      id: "reportNotMe",
      summary: "Report “This wasn't me”",
      description:
        "For anyone who has the link of a security mail. Ends all sessions; the password no longer counts and has to be reset. What was added since seven days before the mail, or by the session that the mail is about in the last 30 days, is suspended.",
      caller: "anyone",
      body: json(signedLinkBody),
      answers: { 204: { says: "Everybody is shut out of the account." } },
      problems: ["link_expired"],
    },
    {
      method: "get",
      path: "/v1/account/disputed",
      id: "listDisputed",
      summary: "List disputed changes",
      caller: "session",
      answers: {
        200: { says: "All of it.", content: json(disputed, { example: { since: before, items: [phone] } }) },
      },
    },
    {
      method: "post",
      path: "/v1/account/disputed/{id}",
      id: "decideDisputed",
      summary: "Decide on a disputed change",
      description:
        "`keep` makes what was suspended work again, or restores what was removed; restored recovery codes replace the current ones. Otherwise it is deleted for good.",
      caller: "stepped-up session",
      params: { id: "Its id in the list." },
      body: json(decideDisputedBody, { example: { keep: false } }),
      answers: { 204: { says: "It is decided." } },
      problems: ["not_found"],
    },
  ],
};
