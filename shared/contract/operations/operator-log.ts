import {
  accountEvent,
  accountEventsPage,
  exportEventsQuery,
  listCallsQuery,
  listEventsQuery,
  operatorCall,
  operatorCallsPage,
} from "../admin.ts";
import { json, lines, query } from "./content.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

const caller = { operator: "events:read" } as const;
const filter = {
  account: "Of one account alone.",
  type: "Of one type alone.",
  since: "The first moment.",
  until: "The first moment after the last; where nothing is said, now.",
};

export const operatorLogFeature: Feature = {
  name: "operator",
  title: "Events and the operator log",
  about: "What happened to accounts, and every call that operators made.",
  shapes: {
    AccountEvent: answered(accountEvent, "Something that happened to an account."),
    OperatorCall: answered(operatorCall, "A call of an operator, as the log has it.", {
      did: "What was done; null where nothing was.",
      status: "Null where no answer went out yet.",
    }),
  },
  operations: [
    {
      method: "get",
      path: "/v1/admin/events",
      id: "listEvents",
      summary: "List events",
      caller,
      query: query(listEventsQuery, { fields: { ...filter, cursor: "`next` of the page before." } }),
      answers: { 200: { says: "A page, the newest first.", content: json(accountEventsPage) } },
    },
    {
      method: "get",
      path: "/v1/admin/events/export",
      id: "exportEvents",
      summary: "Export events",
      caller,
      query: query(exportEventsQuery, { fields: filter }),
      answers: { 200: { says: "One event a line, the oldest first, streamed.", content: lines(accountEvent) } },
    },
    {
      method: "get",
      path: "/v1/admin/operator-calls",
      id: "listOperatorCalls",
      summary: "Read the operator log",
      caller,
      query: query(listCallsQuery, { fields: { cursor: "`next` of the page before." } }),
      answers: { 200: { says: "A page, the newest first; this call is in it.", content: json(operatorCallsPage) } },
    },
  ],
};
