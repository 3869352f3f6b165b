import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";
import { screens } from "./screens.ts";

/** Collects what goes wrong inside a browser, and fails the test over it. */
export interface ConsoleWatch {
  watch(context: BrowserContext): void;
  /** Says that a message is part of the journey, such as a refused connection while the service is down. */
  allow(pattern: RegExp): void;
  /** Keeps a picture of every page and prints its text, for whoever looks into a failure. */
  keepPictures(): Promise<void>;
  /** Fails when anything was logged that is not allowed. */
  check(): void;
}

/** The browser itself logs every answer of 400 and more; the journey's own expectations judge those. */
const answersOfTheService = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** A watch for one journey. */
export function watchConsole(journey: string): ConsoleWatch {
  const allowed = [answersOfTheService];
  const errors: string[] = [];
  const contexts: BrowserContext[] = [];
  return {
    watch(context) {
      contexts.push(context);
      context.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      context.on("weberror", (error) => errors.push(String(error.error().stack)));
    },
    allow: (pattern) => allowed.push(pattern),
    async keepPictures() {
      for (const [index, page] of contexts.flatMap((context) => context.pages()).entries()) {
        console.log(`${page.url()} showed:\n${await page.locator("body").ariaSnapshot()}`);
        await page.screenshot({ path: `${screens}/failed-${journey.replaceAll(/\W+/g, "-")}-${index}.png` });
      }
    },
    check() {
      const unexpected = errors.filter((error) => !allowed.some((pattern) => pattern.test(error)));
      expect(unexpected, `errors in the browser's console during "${journey}"`).toEqual([]);
    },
  };
}
