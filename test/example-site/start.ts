import { serve } from "@hono/node-server";
import { createSite, type SiteOptions } from "./site.ts";

/** A site that answers until it is stopped. */
export interface RunningSite {
  address: string;
  stop(): Promise<void>;
}

/** Starts the example site on the port of its origin. */
export async function startSite(options: SiteOptions): Promise<RunningSite> {
  const { fetch } = createSite(options);
  const port = Number(new URL(options.origin).port);
  const server = serve({ fetch, port });
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    address: options.origin,
    async stop() {
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
