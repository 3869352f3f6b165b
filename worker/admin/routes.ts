import { Hono } from "hono";
import {
  changePersonBody,
  createPersonBody,
  exportEventsQuery,
  invitePersonBody,
  listCallsQuery,
  listEventsQuery,
  listPeopleQuery,
  requireResetBody,
} from "../../shared/contract/admin.ts";
import { fail } from "../http/fail.ts";
import { body, query } from "../http/validate.ts";
import { revokeKeyByKey, showOperatorKeys } from "../operator/key.ts";
import type { OperatorHouse } from "../operator/require-operator.ts";
import { requireOperator } from "../operator/require-operator.ts";
import { listCalls } from "./calls.ts";
import { createPerson } from "./create-person.ts";
import { deletePerson } from "./delete-person.ts";
import { setPersonDisabled } from "./disable-person.ts";
import { endEverySession, replaceSigningKey } from "./emergency.ts";
import { endSessionOfPerson, endSessionsOfPerson, listSessionsOfPerson } from "./end-sessions.ts";
import { exportEvents, listEvents } from "./events.ts";
import { invitePerson } from "./invite.ts";
import { listPeople, readPerson } from "./read-person.ts";
import { requirePasswordReset } from "./require-password-reset.ts";
import { cancelTwoFactorReset, resetTwoFactor } from "./reset-two-factor.ts";

/** `/v1/admin/people`, for operators: make, find and look after accounts. */
export const peopleRoutes = new Hono<OperatorHouse>()
  .post("/", requireOperator("people:write"), body(createPersonBody), async (c) => {
    const { world, operator } = c.var;
    const wish = c.req.valid("json");
    const created = await createPerson(world, operator, { ...wish, locale: wish.locale ?? world.locale });
    return created.ok ? c.json(created.value, 201) : fail(c, created);
  })
  .get("/", requireOperator("people:read"), query(listPeopleQuery), async (c) => {
    const listed = await listPeople(c.var.world, c.var.operator, c.req.valid("query"));
    return listed.ok ? c.json(listed.value) : fail(c, listed);
  })
  .get("/:id", requireOperator("people:read"), async (c) => {
    const read = await readPerson(c.var.world, c.var.operator, c.req.param("id"));
    return read.ok ? c.json(read.value) : fail(c, read);
  })
  .patch("/:id", requireOperator("people:write"), body(changePersonBody), async (c) => {
    const { disabled } = c.req.valid("json");
    const changed = await setPersonDisabled(c.var.world, c.var.operator, c.req.param("id"), disabled);
    return changed.ok ? c.json(changed.value) : fail(c, changed);
  })
  .delete("/:id", requireOperator("people:write"), async (c) => {
    const deleted = await deletePerson(c.var.world, c.var.operator, c.req.param("id"));
    return deleted.ok ? c.body(null, 204) : fail(c, deleted);
  })
  .post("/:id/password-reset", requireOperator("people:write"), body(requireResetBody, true), async (c) => {
    const { world, operator } = c.var;
    const required = await requirePasswordReset(world, operator, c.req.param("id"), c.req.valid("json").dispute);
    return required.ok ? c.body(null, 204) : fail(c, required);
  })
  .post("/:id/two-factor-reset", requireOperator("two-factor:reset"), async (c) => {
    const reset = await resetTwoFactor(c.var.world, c.var.operator, c.req.param("id"));
    return reset.ok ? c.json(reset.value, 202) : fail(c, reset);
  })
  .delete("/:id/two-factor-reset", requireOperator("two-factor:reset"), async (c) => {
    const cancelled = await cancelTwoFactorReset(c.var.world, c.var.operator, c.req.param("id"));
    return cancelled.ok ? c.body(null, 204) : fail(c, cancelled);
  })
  .get("/:id/sessions", requireOperator("people:read"), async (c) => {
    const listed = await listSessionsOfPerson(c.var.world, c.var.operator, c.req.param("id"));
    return listed.ok ? c.json({ sessions: listed.value }) : fail(c, listed);
  })
  .delete("/:id/sessions", requireOperator("sessions:end"), async (c) => {
    const ended = await endSessionsOfPerson(c.var.world, c.var.operator, c.req.param("id"));
    return ended.ok ? c.body(null, 204) : fail(c, ended);
  })
  .delete("/:id/sessions/:sessionId", requireOperator("sessions:end"), async (c) => {
    const ended = await endSessionOfPerson(c.var.world, c.var.operator, c.req.param());
    return ended.ok ? c.body(null, 204) : fail(c, ended);
  });

/** `/v1/admin/invitations`, for operators: have somebody choose the password of an account made for them. */
export const adminInvitationRoutes = new Hono<OperatorHouse>().post(
  "/",
  requireOperator("people:write"),
  body(invitePersonBody),
  async (c) => {
    const { world, operator } = c.var;
    const wish = c.req.valid("json");
    const invited = await invitePerson(world, operator, { ...wish, locale: wish.locale ?? world.locale });
    return invited.ok ? c.json(invited.value, 201) : fail(c, invited);
  },
);

/** `/v1/admin/events`, for operators: what happened to accounts. */
export const adminEventRoutes = new Hono<OperatorHouse>()
  .get("/", requireOperator("events:read"), query(listEventsQuery), async (c) => {
    const listed = await listEvents(c.var.world, c.var.operator, c.req.valid("query"));
    return listed.ok ? c.json(listed.value) : fail(c, listed);
  })
  .get("/export", requireOperator("events:read"), query(exportEventsQuery), async (c) => {
    const lines = await exportEvents(c.var.world, c.var.operator, c.req.valid("query"));
    return c.body(lines, 200, { "Content-Type": "application/x-ndjson" });
  });

/** `/v1/admin/operator-calls`, for operators: what operators did. */
export const operatorCallRoutes = new Hono<OperatorHouse>().get(
  "/",
  requireOperator("events:read"),
  query(listCallsQuery),
  async (c) => {
    const listed = await listCalls(c.var.world, c.var.operator, c.req.valid("query"));
    return listed.ok ? c.json(listed.value) : fail(c, listed);
  },
);

const emergency = requireOperator("emergency");

/** For operators on a bad day: what ends at once for everybody, and keys that may have leaked. No route makes a key. */
export const emergencyRoutes = new Hono<OperatorHouse>()
  .delete("/sessions", emergency, async (c) => {
    await endEverySession(c.var.world, c.var.operator);
    return c.body(null, 204);
  })
  .post("/signing-key/replace", emergency, async (c) => {
    await replaceSigningKey(c.var.world, c.var.operator);
    return c.body(null, 204);
  })
  .get("/keys", emergency, async (c) => c.json({ keys: await showOperatorKeys(c.var.world, c.var.operator) }))
  .delete("/keys/:id", emergency, async (c) => {
    const revoked = await revokeKeyByKey(c.var.world, c.var.operator, c.req.param("id"));
    return revoked.ok ? c.body(null, 204) : fail(c, revoked);
  });
