import type { Reporter, SerializedError, TestModule } from "vitest/node";

/**
 * Ends the run's output with `N passed, N failed` on a line of its own, for those who read it by program.
 * A file that does not load and an error outside every test count as failed; a run without any test fails.
 */
export class PlainCountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === "passed").length;
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandledErrors.length;
    const failed = tests.filter((test) => test.result().state === "failed").length + broken;
    if (passed + failed === 0) process.exitCode = 1;
    // The other reporters are still writing; nothing may follow this line.
    process.once("exit", () => console.log(`${passed} passed, ${failed} failed`));
  }
}
