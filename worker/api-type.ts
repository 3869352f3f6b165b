import type { createApp } from "./app.ts";

/** The API as a type, for the typed client: the one thing of the worker that others may import. */
export type Api = ReturnType<typeof createApp>;
