import type { TestProject } from "vitest/node";
import { startReceiverServer } from "./receiver-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a server that takes webhooks listens; see `receiver-server.ts`. */
    receiverAddress: string;
  }
}

/** Runs the server beside the tests and tells them its address: `inject("receiverAddress")`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startReceiverServer();
  project.provide("receiverAddress", server.address);
  return () => server.close();
}
