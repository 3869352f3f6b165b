import * as v from "valibot";
import { locales, twoFactor } from "./account.ts";
import { activityEvent } from "./activity.ts";
import { emailAddress } from "./email-address.ts";
import { eventTypes } from "./event-types.ts";
import { moment } from "./moment.ts";
import { disputedKinds } from "./not-me.ts";
import { operatorScope } from "./operator.ts";
import { passwordText } from "./password.ts";
import { timestamp } from "./timestamp.ts";
import { waitingChange } from "./waiting.ts";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const cursor = v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100)));

/** Rows on one page of a list, unless fewer are asked for. */
export const adminPageSize = 100;

const limit = v.optional(
  v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(adminPageSize)),
  `${adminPageSize}`,
);

export const createPersonBody = v.object({
  email: emailAddress,
  /** Without one, the person chooses it by 'Forgot your password?'. */
  password: v.optional(passwordText),
  locale: v.optional(v.picklist(locales)),
});

export const invitePersonBody = v.object({ email: emailAddress, locale: v.optional(v.picklist(locales)) });

/** Whether to suspend recent changes too, as 'this wasn't me' does; the key then needs `two-factor:reset` as well. */
export const requireResetBody = v.object({ dispute: v.optional(v.boolean(), false) });

export const changePersonBody = v.object({ disabled: v.boolean() });

export const listPeopleQuery = v.object({ email: v.optional(emailAddress), cursor, limit });

export const listEventsQuery = v.object({
  account: v.optional(id),
  type: v.optional(v.picklist(eventTypes)),
  /** The first moment, and the first one after the last. */
  since: v.optional(moment),
  until: v.optional(moment),
  cursor,
  limit,
});

export const exportEventsQuery = v.omit(listEventsQuery, ["cursor", "limit"]);

export const listCallsQuery = v.object({ cursor, limit });

/** Whether somebody can sign in: `invited` has no password yet, `disabled` is kept out by an operator. */
export const personStatus = v.picklist(["active", "invited", "disabled"]);

/** A person in a list. */
export const personSummary = v.object({
  id: v.string(),
  email: v.string(),
  locale: v.picklist(locales),
  createdAt: timestamp,
  status: personStatus,
});
export type PersonSummary = v.InferOutput<typeof personSummary>;

/** People in the order in which their accounts were made; `next` is the cursor of the page after it. */
export const peoplePage = v.object({ people: v.array(personSummary), next: v.optional(v.string()) });
export type PeoplePage = v.InferOutput<typeof peoplePage>;

/** Two-factor authentication that goes off at `readyAt`, unless the person or an operator stops it. */
export const twoFactorReset = v.object({ requestedAt: timestamp, readyAt: timestamp, operator: v.string() });
export type TwoFactorReset = v.InferOutput<typeof twoFactorReset>;

/** All that an operator sees of a person: no secret, hash or code is in it. */
export const person = v.object({
  ...personSummary.entries,
  passwordChangedAt: v.nullable(timestamp),
  disabledAt: v.nullable(timestamp),
  twoFactor,
  twoFactorReset: v.nullable(twoFactorReset),
  /** What takes effect later unless it is stopped, the soonest first. */
  waiting: v.array(waitingChange),
  /** What 'this wasn't me' or an administrator suspended and nobody has decided on; null where nothing is disputed. */
  disputed: v.nullable(
    v.object({
      since: timestamp,
      at: timestamp,
      suspended: v.array(v.object({ kind: v.picklist(disputedKinds), addedAt: timestamp })),
    }),
  ),
});
export type PersonDetails = v.InferOutput<typeof person>;

/** An invitation is on its way by mail, and can be accepted until `expiresAt`. */
export const invitationSent = v.object({ person: personSummary, expiresAt: timestamp });
export type InvitationSent = v.InferOutput<typeof invitationSent>;

/** An event with whose account it is of. */
export const accountEvent = v.object({ accountId: v.string(), ...activityEvent.entries });
export type AccountEvent = v.InferOutput<typeof accountEvent>;

/** Events of any account, newest first. An export has the same, oldest first, one a line (NDJSON). */
export const accountEventsPage = v.object({ events: v.array(accountEvent), next: v.optional(v.string()) });
export type AccountEventsPage = v.InferOutput<typeof accountEventsPage>;

/**
 * A call of an operator. `did` is null where nothing was done, `status` where no answer went out; `accountId` and
 * `targetId` name what it was done to: an account, otherwise a site, a webhook, an import or a key.
 */
export const operatorCall = v.object({
  id: v.string(),
  at: timestamp,
  operatorId: v.nullable(v.string()),
  operator: v.string(),
  method: v.string(),
  route: v.string(),
  did: v.nullable(v.string()),
  accountId: v.nullable(v.string()),
  targetId: v.nullable(v.string()),
  status: v.nullable(v.number()),
  ip: v.string(),
  userAgent: v.string(),
});
export type OperatorCallLine = v.InferOutput<typeof operatorCall>;

/** Calls of operators, newest first. */
export const operatorCallsPage = v.object({ calls: v.array(operatorCall), next: v.optional(v.string()) });
export type OperatorCallsPage = v.InferOutput<typeof operatorCallsPage>;

/** A key of an administrator, as everybody with the scope `emergency` sees it: never the key itself. */
export const operatorKey = v.object({
  id: v.string(),
  name: v.string(),
  scopes: v.array(operatorScope),
  createdAt: timestamp,
  lastUsedAt: v.nullable(timestamp),
  expiresAt: timestamp,
  revokedAt: v.nullable(timestamp),
  /** Whether it is the key of this very call. */
  current: v.boolean(),
});
export type OperatorKey = v.InferOutput<typeof operatorKey>;

/** Every key that there is or was, the newest first. */
export const operatorKeys = v.object({ keys: v.array(operatorKey) });
