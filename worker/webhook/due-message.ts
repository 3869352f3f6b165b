import * as v from "valibot";

/** What the Queue carries: which delivery is due. What it says is read when it is sent, and stays in D1. */
export const dueMessage = v.object({ delivery: v.string() });
export type DueMessage = v.InferOutput<typeof dueMessage>;
