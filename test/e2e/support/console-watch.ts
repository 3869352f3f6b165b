import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";

/** Collects what goes wrong inside a browser, and fails the test over it. */
export interface ConsoleWatch {
  watch(context: BrowserContext): void;
  /** Says that a message is part of the journey, such as a refused connection while the service is down. */
  allow(pattern: RegExp): void;
  /** Fails when anything was logged that is not allowed. */
  check(): void;
}

/** The browser itself logs every answer of 400 and more; the journey's own expectations judge those. */
const answersOfTheService = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** A watch for one journey. */
export function watchConsole(journey: string): ConsoleWatch {
  const allowed = [answersOfTheService];
  const errors: string[] = [];
  return {
    watch(context) {
      context.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      context.on("weberror", (error) => errors.push(String(error.error().stack)));
    },
    allow: (pattern) => allowed.push(pattern),
    check() {
      const unexpected = errors.filter((error) => !allowed.some((pattern) => pattern.test(error)));
      expect(unexpected, `errors in the browser's console during "${journey}"`).toEqual([]);
    },
  };
}
