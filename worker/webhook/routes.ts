import { Hono } from "hono";
import { createWebhookBody, deliveriesQuery, updateWebhookBody } from "../../shared/contract/webhook.ts";
import { fail } from "../http/fail.ts";
import { body, query } from "../http/validate.ts";
import type { OperatorHouse } from "../operator/require-operator.ts";
import { requireOperator } from "../operator/require-operator.ts";
import { createWebhook } from "./create.ts";
import { deleteWebhook } from "./delete.ts";
import { listDeliveries } from "./log/list.ts";
import { sendAgain } from "./log/send-again.ts";
import { sendTest } from "./outbox/send-test.ts";
import { listWebhooks, readWebhook } from "./read.ts";
import { rotateSecret } from "./rotate-secret.ts";
import { updateWebhook } from "./update.ts";

const operator = requireOperator("webhooks");

/** `/v1/admin/webhooks`, for operators whose key has the scope `webhooks`: where events are told, and what was sent there. */
export const webhookRoutes = new Hono<OperatorHouse>()
  .get("/", operator, async (c) => c.json({ webhooks: await listWebhooks(c.var.world, c.var.operator) }))
  .post("/", operator, body(createWebhookBody), async (c) => {
    const created = await createWebhook(c.var.world, c.var.operator, c.req.valid("json"));
    return created.ok ? c.json(created.value, 201) : fail(c, created);
  })
  .get("/:id", operator, async (c) => {
    const read = await readWebhook(c.var.world, c.var.operator, c.req.param("id"));
    return read.ok ? c.json(read.value) : fail(c, read);
  })
  .patch("/:id", operator, body(updateWebhookBody), async (c) => {
    const updated = await updateWebhook(c.var.world, c.var.operator, c.req.param("id"), c.req.valid("json"));
    return updated.ok ? c.json(updated.value) : fail(c, updated);
  })
  .delete("/:id", operator, async (c) => {
    const deleted = await deleteWebhook(c.var.world, c.var.operator, c.req.param("id"));
    return deleted.ok ? c.body(null, 204) : fail(c, deleted);
  })
  .post("/:id/secret", operator, async (c) => {
    const rotated = await rotateSecret(c.var.world, c.var.operator, c.req.param("id"));
    return rotated.ok ? c.json(rotated.value) : fail(c, rotated);
  })
  .post("/:id/test", operator, async (c) => {
    const sent = await sendTest(c.var.world, c.var.operator, c.req.param("id"));
    return sent.ok ? c.json(sent.value, 202) : fail(c, sent);
  })
  .get("/:id/deliveries", operator, query(deliveriesQuery), async (c) => {
    const listed = await listDeliveries(c.var.world, c.var.operator, c.req.param("id"), c.req.valid("query").cursor);
    return listed.ok ? c.json(listed.value) : fail(c, listed);
  })
  .post("/:id/deliveries/:delivery/send", operator, async (c) => {
    const { id, delivery } = c.req.param();
    const sent = await sendAgain(c.var.world, c.var.operator, id, delivery);
    return sent.ok ? c.json(sent.value, 202) : fail(c, sent);
  });
