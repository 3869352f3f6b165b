import {
  createWebhookBody,
  deliveriesQuery,
  delivery,
  deliveryPage,
  newWebhook,
  newWebhookSecret,
  updateWebhookBody,
  webhook,
  webhookList,
} from "../webhook.ts";
import { json, query } from "./content.ts";
import { before, id } from "./example.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

const caller = { operator: "webhooks" } as const;
const params = { id: "The webhook's id." };

export const webhookFeature: Feature = {
  name: "webhook",
  title: "Webhooks",
  about: "Telling servers of yours what happens to accounts, signed as Standard Webhooks describes.",
  shapes: {
    Webhook: answered(
      webhook,
      "A server that is told of events.",
      {
        disabled:
          "Only where it gets nothing: since when, and whether an administrator, days of failing or its response 410 is why.",
        failingSince: "Since when nothing has got through; null while all is well.",
      },
      {
        id,
        url: "https://shop.example.com/latchkey",
        description: "The shop",
        types: ["account.created", "account.deleted"],
        enabled: true,
        failingSince: null,
        createdAt: before,
      },
    ),
    Delivery: answered(delivery, "One event for one webhook, and what has become of it.", {
      id: "The header `webhook-id`, the same at every attempt.",
      attempts: "Since it was made, or last sent again by an operator.",
      lastStatus: "The HTTP status of the last answer; null where none came.",
      lastProblem: "Why the last attempt did not succeed, where no status tells it.",
      nextAttemptAt: "Null where there will be none.",
    }),
  },
  operations: [
    {
      method: "get",
      path: "/v1/admin/webhooks",
      id: "listWebhooks",
      summary: "List webhooks",
      caller,
      answers: { 200: { says: "All of them, the oldest first.", content: json(webhookList) } },
    },
    {
      method: "post",
      path: "/v1/admin/webhooks",
      id: "createWebhook",
      summary: "Create a webhook",
      description:
        "The address has to be https, at a public name. The secret is shown in this answer and nowhere else.",
      caller,
      body: json(createWebhookBody, {
        example: { url: "https://shop.example.com/latchkey", types: ["account.created", "account.deleted"] },
      }),
      answers: { 201: { says: "It gets new events.", content: json(newWebhook) } },
      problems: ["too_many_webhooks"],
    },
    {
      method: "get",
      path: "/v1/admin/webhooks/{id}",
      id: "readWebhook",
      summary: "Get a webhook",
      caller,
      params,
      answers: { 200: { says: "The webhook.", content: json(webhook) } },
      problems: ["not_found"],
    },
    {
      method: "patch",
      path: "/v1/admin/webhooks/{id}",
      id: "updateWebhook",
      summary: "Update a webhook",
      caller,
      params,
      body: json(updateWebhookBody, { example: { enabled: true } }),
      answers: { 200: { says: "The webhook as it is now.", content: json(webhook) } },
      problems: ["not_found"],
    },
    {
      method: "delete",
      path: "/v1/admin/webhooks/{id}",
      id: "deleteWebhook",
      summary: "Delete a webhook",
      caller,
      params,
      answers: { 204: { says: "It is gone, with its log." } },
      problems: ["not_found"],
    },
    {
      method: "post",
      path: "/v1/admin/webhooks/{id}/secret",
      id: "replaceWebhookSecret",
      summary: "Rotate a webhook's secret",
      description: "For 24 hours every delivery is signed by the old one too.",
      caller,
      params,
      answers: {
        200: { says: "The new secret, shown in this answer and nowhere else.", content: json(newWebhookSecret) },
      },
      problems: ["not_found"],
    },
    {
      method: "post",
      path: "/v1/admin/webhooks/{id}/test",
      id: "testWebhook",
      summary: "Send a test delivery",
      caller,
      params,
      answers: { 202: { says: "It is being sent; the log says how it went.", content: json(delivery) } },
      problems: ["not_found", "webhook_disabled"],
    },
    {
      method: "get",
      path: "/v1/admin/webhooks/{id}/deliveries",
      id: "listDeliveries",
      summary: "List deliveries",
      description: "The log of 30 days.",
      caller,
      params,
      query: query(deliveriesQuery, { fields: { cursor: "`next` of the page before." } }),
      answers: { 200: { says: "A page, the newest first.", content: json(deliveryPage) } },
    },
    {
      method: "post",
      path: "/v1/admin/webhooks/{id}/deliveries/{delivery}/send",
      id: "sendDeliveryAgain",
      summary: "Resend a delivery",
      description: "Under the same id, with all its attempts before it.",
      caller,
      params: { ...params, delivery: "The delivery's id in the log." },
      answers: { 202: { says: "It is being sent; the log says how it went.", content: json(delivery) } },
      problems: ["not_found", "webhook_disabled", "nothing_to_send"],
    },
  ],
};
