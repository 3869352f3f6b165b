import { Hono } from "hono";
import { changeClientBody, newClientBody, newSecretBody } from "../../../shared/contract/oidc-client.ts";
import { fail } from "../../http/fail.ts";
import { body } from "../../http/validate.ts";
import type { OperatorHouse } from "../../operator/require-operator.ts";
import { requireOperator } from "../../operator/require-operator.ts";
import { changeClient } from "./change.ts";
import { listClients } from "./list.ts";
import { registerClient } from "./register.ts";
import { removeClient } from "./remove.ts";
import { renewSecret } from "./renew-secret.ts";

/** `/v1/admin/clients`, for operators with the scope `clients`: the sites that people may sign in to. */
export const clientRoutes = new Hono<OperatorHouse>()
  .get("/", requireOperator("clients"), async (c) =>
    c.json({ clients: await listClients(c.var.world, c.var.operator) }),
  )
  .post("/", requireOperator("clients"), body(newClientBody), async (c) => {
    const registered = await registerClient(c.var.world, c.var.operator, c.req.valid("json"));
    return registered.ok ? c.json(registered.value, 201) : fail(c, registered);
  })
  .patch("/:id", requireOperator("clients"), body(changeClientBody), async (c) => {
    const changed = await changeClient(c.var.world, c.var.operator, c.req.param("id"), c.req.valid("json"));
    return changed.ok ? c.json({ client: changed.value }) : fail(c, changed);
  })
  .post("/:id/secrets", requireOperator("clients"), body(newSecretBody, true), async (c) => {
    const renewed = await renewSecret(c.var.world, c.var.operator, c.req.param("id"), c.req.valid("json"));
    return renewed.ok ? c.json(renewed.value, 201) : fail(c, renewed);
  })
  .delete("/:id", requireOperator("clients"), async (c) => {
    const removed = await removeClient(c.var.world, c.var.operator, c.req.param("id"));
    return removed.ok ? c.body(null, 204) : fail(c, removed);
  });
