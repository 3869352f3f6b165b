import {
  changePersonBody,
  createPersonBody,
  invitationSent,
  invitePersonBody,
  listPeopleQuery,
  peoplePage,
  person,
  personSummary,
  requireResetBody,
  twoFactorReset,
} from "../admin.ts";
import { sessionList } from "../session.ts";
import { json, query } from "./content.ts";
import { anaEmail } from "./example.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

const params = { id: "The account's id." };
const writes = { operator: "people:write" } as const;
const reads = { operator: "people:read" } as const;
const resets = { operator: "two-factor:reset" } as const;
const ends = { operator: "sessions:end" } as const;

export const peopleFeature: Feature = {
  name: "admin",
  title: "People",
  about: "For the servers of those who run the service: make, find and look after accounts. People see what was done.",
  shapes: {
    PersonSummary: answered(personSummary, "Somebody in a list.", {
      status: "`invited` has no password yet, `disabled` is kept out by an operator.",
    }),
    Person: answered(person, "All that an operator sees of somebody.", {
      passwordChangedAt: "Null where there is no password yet.",
      disabledAt: "Null where the account is open.",
      twoFactorReset: "Null where nothing waits to turn two-factor off.",
    }),
    TwoFactorReset: answered(twoFactorReset, "Two-factor authentication goes off at `readyAt`, unless it is stopped.", {
      operator: "The name of the operator who asked.",
    }),
  },
  operations: [
    {
      method: "post",
      path: "/v1/admin/people",
      id: "createPerson",
      summary: "Create an account for a person",
      description:
        "They are mailed. Anyone who chose the password knows it until they change it; prefer an invitation, or give none.",
      caller: writes,
      body: json(createPersonBody, { example: { email: anaEmail, locale: "es" } }),
      answers: { 201: { says: "The account is made.", content: json(person) } },
      problems: ["account_exists", "password_rejected"],
    },
    {
      method: "post",
      path: "/v1/admin/invitations",
      id: "invitePerson",
      summary: "Invite a person",
      description: "The link goes to them alone, by mail, and voids an older one. Another follows half a minute later.",
      caller: writes,
      body: json(invitePersonBody, { example: { email: anaEmail } }),
      answers: { 201: { says: "The mail is on its way.", content: json(invitationSent) } },
      problems: ["account_exists", "mail_not_sent"],
    },
    {
      method: "get",
      path: "/v1/admin/people",
      id: "listPeople",
      summary: "List people, or find one by e-mail",
      caller: reads,
      query: query(listPeopleQuery, {
        fields: { email: "The exact address, however it is spelled.", cursor: "`next` of the page before." },
      }),
      answers: { 200: { says: "In the order in which their accounts were made.", content: json(peoplePage) } },
    },
    {
      method: "get",
      path: "/v1/admin/people/{id}",
      id: "readPerson",
      summary: "Get a person",
      caller: reads,
      params,
      answers: { 200: { says: "The person.", content: json(person) } },
      problems: ["not_found"],
    },
    {
      method: "patch",
      path: "/v1/admin/people/{id}",
      id: "setPersonDisabled",
      summary: "Disable or enable a person's account",
      caller: writes,
      params,
      body: json(changePersonBody, { example: { disabled: true } }),
      answers: { 200: { says: "The person as they are now.", content: json(person) } },
      problems: ["not_found"],
    },
    {
      method: "delete",
      path: "/v1/admin/people/{id}",
      id: "deletePerson",
      summary: "Delete a person's account",
      caller: writes,
      params,
      answers: { 204: { says: "Every row of it is gone." } },
      problems: ["not_found"],
    },
    {
      method: "post",
      path: "/v1/admin/people/{id}/password-reset",
      id: "requirePasswordReset",
      summary: "Require a new password",
      description:
        "The old one is void, and everything is signed out. With `dispute`, what was added in the last seven days is suspended too, as by “This wasn't me”: the key then needs the scope `two-factor:reset` as well. Without it, methods stay as they are, a thief's too.",
      caller: writes,
      params,
      bodyMayBeMissing: true,
      body: json(requireResetBody, {
        fields: { dispute: "Whether to suspend recent changes." },
        example: { dispute: true },
      }),
      answers: { 204: { says: "They are mailed." } },
      problems: ["not_found"],
    },
    {
      method: "post",
      path: "/v1/admin/people/{id}/two-factor-reset",
      id: "beginTwoFactorReset",
      summary: "Request a two-factor reset",
      description:
        "After a day at least. They are mailed immediately; the link of that mail stops it, and so do they when signed in, after a step-up begun since.",
      caller: resets,
      params,
      answers: { 202: { says: "It waits, as one did that was begun before.", content: json(twoFactorReset) } },
      problems: ["not_found", "two_factor_off"],
    },
    {
      method: "delete",
      path: "/v1/admin/people/{id}/two-factor-reset",
      id: "cancelTwoFactorReset",
      summary: "Cancel a two-factor reset",
      caller: resets,
      params,
      answers: { 204: { says: "Two-factor stays on." } },
      problems: ["not_found"],
    },
    {
      method: "get",
      path: "/v1/admin/people/{id}/sessions",
      id: "listSessionsOfPerson",
      summary: "List a person's sessions",
      caller: reads,
      params,
      answers: { 200: { says: "The last used first.", content: json(sessionList) } },
      problems: ["not_found"],
    },
    {
      method: "delete",
      path: "/v1/admin/people/{id}/sessions",
      id: "endSessionsOfPerson",
      summary: "End all of a person's sessions",
      caller: ends,
      params,
      answers: { 204: { says: "No session is left." } },
      problems: ["not_found"],
    },
    {
      method: "delete",
      path: "/v1/admin/people/{id}/sessions/{sessionId}",
      id: "endSessionOfPerson",
      summary: "End one of a person's sessions",
      caller: ends,
      params: { ...params, sessionId: "The session's id in the list." },
      answers: { 204: { says: "It has ended." } },
      problems: ["not_found"],
    },
  ],
};
