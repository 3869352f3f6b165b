import type { TestProject } from "vitest/node";
import { startResendServer } from "./resend-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a server that speaks Resend's API listens; see `resend-server.ts`. */
    resendAddress: string;
  }
}

/** Runs the server beside the tests and tells them its address: `inject("resendAddress")`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startResendServer();
  project.provide("resendAddress", server.address);
  return () => server.close();
}
