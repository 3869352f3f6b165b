import * as v from "valibot";

/** What a worker says whose database answers. */
export const health = v.object({ status: v.literal("ok"), version: v.string() });
export type Health = v.InferOutput<typeof health>;
