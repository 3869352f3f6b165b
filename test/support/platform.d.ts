declare module "cloudflare:test" {
  import type { MessageBatch } from "@cloudflare/workers-types";
  import type { Bindings } from "../../worker/environment.ts";

  export const env: Bindings & { TEST_MIGRATIONS: unknown };
  export function applyD1Migrations(db: Bindings["DB"], migrations: unknown): Promise<void>;
  /** The worker of wrangler.toml, as the world reaches it. */
  export const SELF: { fetch: typeof fetch };

  interface TestScheduledController {
    readonly scheduledTime: number;
    readonly cron: string;
    noRetry(): void;
  }
  export function createScheduledController(options: { scheduledTime: Date; cron: string }): TestScheduledController;

  interface TestExecutionContext {
    waitUntil(promise: Promise<unknown>): void;
    passThroughOnException(): void;
    props: unknown;
  }
  export function createExecutionContext(): TestExecutionContext;
  export function waitOnExecutionContext(context: TestExecutionContext): Promise<void>;

  interface TestMessage {
    id: string;
    timestamp: Date;
    attempts: number;
    body: unknown;
  }
  export function createMessageBatch(queueName: string, messages: TestMessage[]): MessageBatch;

  export interface QueueResult {
    explicitAcks: string[];
  }
  export function getQueueResult(batch: MessageBatch, context: TestExecutionContext): Promise<QueueResult>;
}
