import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { createSite, type SiteOptions } from "./site.ts";

/** A site that answers until it is stopped. */
export interface RunningSite {
  address: string;
  stop(): Promise<void>;
}

/** Starts the example site on a port of this machine; 0 lets the system choose one. */
export async function startSite({
  port,
  service,
}: Pick<SiteOptions, "service"> & { port: number }): Promise<RunningSite> {
  let site: ReturnType<typeof createSite> | undefined;
  const server = serve({ fetch: (request) => site?.fetch(request) ?? new Response(null, { status: 503 }), port });
  await new Promise((resolve) => server.once("listening", resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  site = createSite({ origin: address, service });
  return {
    address,
    async stop() {
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
