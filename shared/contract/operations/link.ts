import { checkLinkBody, linkCheck } from "../link.ts";
import { json } from "./content.ts";
import { soon, token } from "./example.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

export const linkFeature: Feature = {
  name: "link",
  title: "Links in mails",
  about:
    "What a link of a mail would do, asked before it is used: its page asks before it acts, since mail scanners open links.",
  shapes: {
    LinkCheck: answered(linkCheck, "A link that still does what it is for.", {
      purpose: "The page that it is for.",
    }),
  },
  operations: [
    {
      method: "post",
      path: "/v1/links/check",
      id: "checkLink",
      summary: "Check a mailed link",
      description: "For every link of a mail. It uses nothing up.",
      caller: "anyone",
      body: json(checkLinkBody, { example: { link: token } }),
      answers: {
        200: {
          says: "It can be used.",
          content: json(linkCheck, { example: { purpose: "reset", expiresAt: soon, email: "ana@example.com" } }),
        },
      },
      problems: ["link_expired"],
    },
  ],
};
