import { operatorKey, operatorKeys } from "../admin.ts";
import { json } from "./content.ts";
import type { Feature } from "./operation.ts";
import { answered } from "./shape.ts";

const caller = { operator: "emergency" } as const;

export const emergencyFeature: Feature = {
  name: "emergency",
  title: "Emergencies",
  about:
    "What you need on the day when something has leaked. The same can be done by `npm run operator`, which needs no key.",
  shapes: {
    OperatorKey: answered(operatorKey, "A key of an administrator, without the key itself.", {
      scopes: "What it is for.",
      current: "Whether it is the key of this call.",
      revokedAt: "Null while it is not revoked.",
    }),
  },
  operations: [
    {
      method: "delete",
      path: "/v1/admin/sessions",
      id: "endEverySession",
      summary: "Sign everybody out",
      description:
        "Every session, remembered browser and sign-in in progress ends in this moment, however many there are, and so do codes and access tokens of OpenID Connect. People sign in again; nothing else of their accounts changes.",
      caller,
      answers: { 204: { says: "Everybody is signed out." } },
    },
    {
      method: "post",
      path: "/v1/admin/signing-key/replace",
      id: "replaceSigningKey",
      summary: "Rotate the signing key",
      description:
        "A new key signs from this moment, and all others are gone from `/.well-known/jwks.json`. Servers that keep that document accept old tokens until they read it again: five minutes at most, if they keep to its `Cache-Control`.",
      caller,
      answers: { 204: { says: "It has been replaced." } },
    },
    {
      method: "get",
      path: "/v1/admin/keys",
      id: "listOperatorKeys",
      summary: "List administrators' keys",
      caller,
      answers: { 200: { says: "Every key, the newest first.", content: json(operatorKeys) } },
    },
    {
      method: "delete",
      path: "/v1/admin/keys/{id}",
      id: "revokeOperatorKey",
      summary: "Revoke an administrator's key",
      description:
        "From its next call on, also in the middle of one. A key may revoke itself, and the last one too: `npm run operator` makes new ones.",
      caller,
      params: { id: "The key's id." },
      answers: { 204: { says: "It is revoked." } },
      problems: ["not_found"],
    },
  ],
};
