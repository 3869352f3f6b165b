import { currentSession, sessionList, sessionOfAccount, whoIsThis } from "../session.ts";
import { json } from "./content.ts";
import { anaEmail, before, id, later, soon } from "./example.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

export const sessionFeature: Feature = {
  name: "session",
  title: "Sessions",
  about: "Who is this, where else they are signed in, and signing out.",
  shapes: {
    WhoIsThis: answered(whoIsThis, "The person behind a request, and the session that they come by."),
    Session: answered(currentSession, "The session that asks.", {
      authenticatedAt: "When the person last signed in or stepped up.",
      elevatedUntil: "Until when it may do what needs a step-up; null where it may not.",
      aal: "How sure the service is: 2 after an app, 1 after a password or an e-mail.",
      amr: "What was proved, by RFC 8176; `email` and `recovery` are ours.",
    }),
    SessionOfAccount: answered(sessionOfAccount, "Where an account is signed in.", {
      browser: "In words, as `Firefox`; null where it is not known.",
      system: "In words, as `Linux`; null where it is not known.",
      place: "Roughly, by the network address.",
      amr: "What was proved, by RFC 8176; `email` and `recovery` are ours.",
      lastUsedAt: "To the hour.",
      current: "Whether it is the session that asks.",
    }),
  },
  operations: [
    {
      method: "get",
      path: "/v1/session",
      id: "getSession",
      summary: "Get the current session",
      description: "How a page or a server learns who is signed in, how surely, and how lately.",
      caller: "session",
      answers: {
        200: {
          says: "Somebody is signed in.",
          content: json(whoIsThis, {
            example: {
              account: { id: "3rTzv0bXcK1mYd9sQwE7ug", email: anaEmail },
              session: {
                id,
                createdAt: before,
                expiresAt: later,
                authenticatedAt: before,
                elevatedUntil: soon,
                aal: 2,
                amr: ["pwd", "otp"],
              },
            },
          }),
        },
      },
    },
    {
      method: "delete",
      path: "/v1/session",
      id: "endSession",
      summary: "Sign out",
      caller: "session",
      answers: { 204: { says: "Signed out; the token is void and the cookie gone." } },
    },
    {
      method: "get",
      path: "/v1/account/sessions",
      id: "listSessions",
      summary: "List sessions",
      caller: "session",
      answers: { 200: { says: "The sessions, the one used last first.", content: json(sessionList) } },
    },
    {
      method: "delete",
      path: "/v1/account/sessions/{id}",
      id: "endOneSession",
      summary: "End a session",
      caller: "session",
      params: { id: "The session's id in the list." },
      answers: { 204: { says: "It has ended." } },
      problems: ["not_found"],
    },
    {
      method: "delete",
      path: "/v1/account/sessions",
      id: "endOtherSessions",
      summary: "End all other sessions",
      caller: "session",
      answers: { 204: { says: "All but the one that asks have ended." } },
    },
  ],
};
