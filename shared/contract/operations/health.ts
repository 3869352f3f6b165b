import { health } from "../health.ts";
import { mailbox, mailboxEntry } from "../mailbox.ts";
import { json, text } from "./content.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

export const healthFeature: Feature = {
  name: "health",
  title: "Health and the local mailbox",
  about: "Whether the service works; and, on your own machine alone, the mails that it would have sent.",
  shapes: {
    Health: answered(health, "The worker and its database answer."),
    MailboxEntry: answered(mailboxEntry, "A mail that was kept instead of sent."),
  },
  operations: [
    {
      method: "get",
      path: "/health",
      id: "checkHealth",
      summary: "Check health",
      description:
        "Asks the database, which has to have every migration of this build. Point your monitoring and the last step of a deployment at it.",
      caller: "anyone",
      answers: { 200: { says: "It works.", content: json(health, { example: { status: "ok", version: "1.0.0" } }) } },
      problems: ["migration_missing"],
    },
    {
      method: "get",
      path: "/.well-known/security.txt",
      id: "securityContact",
      summary: "Get security.txt",
      description: "By RFC 9116. Only where the setting `SECURITY_CONTACT` names somebody.",
      caller: "anyone",
      answers: { 200: { says: "Whom to tell, and until when that holds.", content: text("text/plain") } },
      problems: ["not_found"],
    },
    {
      method: "get",
      path: "/.well-known/change-password",
      id: "changePasswordPage",
      summary: "Redirect to the page that changes the password",
      description: "For browsers and password managers that lead people there.",
      caller: "anyone",
      answers: { 302: { says: "To the form for it.", headers: { Location: "The page." } } },
    },
    {
      method: "get",
      path: "/mailbox.json",
      id: "readMailbox",
      summary: "List the mails of the local mailbox",
      description:
        "Only with `MAIL=mailbox`, which production refuses, and only on this machine. Mails are kept for an hour.",
      caller: "anyone",
      answers: { 200: { says: "The mails, the newest first.", content: json(mailbox) } },
      problems: ["not_found"],
    },
    {
      method: "get",
      path: "/mailbox",
      id: "showMailbox",
      summary: "Show the local mailbox",
      caller: "anyone",
      answers: { 200: { says: "A page that shows it.", content: text("text/html") } },
      problems: ["not_found"],
    },
  ],
};
