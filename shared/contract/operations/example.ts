import type * as v from "valibot";
import type { account } from "../account.ts";
import type { issuedSession } from "../sign-in.ts";

/** Who and what the examples of the document are about. */
export const anaEmail = "ana@example.com";
export const anaPassword = "a quiet harbour at dawn";
export const token = "kZ0Jm1yq8mB3v6WqNf2aQb1c9h7eXr4uTtPl5sDgYoA";
export const id = "W1dG8n2kQm-4hYx0pLr9tA";
export const before = "2026-11-24T08:15:30.000Z";
export const soon = "2026-11-25T09:40:00.000Z";
export const later = "2026-12-25T09:30:00.000Z";

export const session: v.InferOutput<typeof issuedSession> = { id, expiresAt: later, token };

export const ana: v.InferOutput<typeof account> = {
  id: "3rTzv0bXcK1mYd9sQwE7ug",
  email: anaEmail,
  locale: "en",
  createdAt: before,
  passwordChangedAt: before,
  twoFactor: {
    enabled: true,
    preferred: id,
    methods: [{ id, type: "app", name: "Phone", createdAt: before, lastUsedAt: null }],
    recoveryCodesLeft: 10,
    passkeysOnly: false,
  },
  waiting: [],
};
