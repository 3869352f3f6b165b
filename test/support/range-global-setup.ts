import type { TestProject } from "vitest/node";
import { startRangeServer } from "./range-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a server that speaks the range API of Have I Been Pwned listens; see `range-server.ts`. */
    rangeAddress: string;
  }
}

/** Runs the server beside the tests and tells them its address: `inject("rangeAddress")`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startRangeServer();
  project.provide("rangeAddress", server.address);
  return () => server.close();
}
