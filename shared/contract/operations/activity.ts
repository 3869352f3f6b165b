import { activityEvent, activityFilter, activityPage, activityQuery, eventDetail } from "../activity.ts";
import { json, query, text } from "./content.ts";
import { before, id } from "./example.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

export const activityFeature: Feature = {
  name: "activity",
  title: "Activity",
  about: "What happened to an account in the last year, and where it was done from.",
  shapes: {
    ActivityPage: answered(activityPage, "A page of activity, the newest first.", {
      next: "The cursor of the page after it; missing on the last one.",
    }),
    ActivityEvent: answered(activityEvent, "One thing that happened.", {
      type: "What happened. Types are only ever added.",
      browser: "In words, as `Firefox`; null where it is not known.",
      system: "In words, as `Linux`; null where it is not known.",
      place: "Roughly, by the network address.",
    }),
    EventDetail: answered(eventDetail, "What an event says besides its type; never a secret, a code or a token."),
  },
  operations: [
    {
      method: "get",
      path: "/v1/account/activity",
      id: "listActivity",
      summary: "List activity",
      caller: "session",
      query: query(activityQuery, {
        fields: {
          type: "Only events of this type.",
          since: "From this moment on.",
          until: "Before this moment.",
          cursor: "`next` of the page before.",
        },
      }),
      answers: {
        200: {
          says: "A page of events.",
          content: json(activityPage, {
            example: {
              events: [
                {
                  id,
                  type: "sign_in",
                  at: before,
                  ip: "203.0.113.7",
                  userAgent: "Mozilla/5.0 …",
                  browser: "Firefox",
                  system: "Linux",
                  place: "Valencia, ES",
                  detail: { method: "app" },
                },
              ],
            },
          }),
        },
      },
    },
    {
      method: "get",
      path: "/v1/account/activity/export",
      id: "exportActivity",
      summary: "Export activity",
      description:
        "As CSV (RFC 4180), the newest first. A text that a spreadsheet would take for a formula has an apostrophe in front.",
      caller: "session",
      query: query(activityFilter, {
        fields: { type: "Only events of this type.", since: "From this moment on.", until: "Before this moment." },
      }),
      answers: {
        200: { says: "A line for each event, under a line that names the columns.", content: text("text/csv") },
      },
    },
  ],
};
