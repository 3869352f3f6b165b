import * as v from "valibot";
import { timestamp } from "./timestamp.ts";

/** Where a code was sent, and until when it is good. */
export const verification = v.object({ id: v.string(), expiresAt: timestamp });
export type Verification = v.InferOutput<typeof verification>;
