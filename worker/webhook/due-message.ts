import * as v from "valibot";

/** What the Queue carries: which delivery is due. What it says is read when it is sent, and stays in D1. */
export const dueMessage = v.union([
  v.object({ delivery: v.string() }),
  /** A site that is to be told that a session has ended. */
  v.object({ logout: v.string() }),
]);
export type DueMessage = v.InferOutput<typeof dueMessage>;
