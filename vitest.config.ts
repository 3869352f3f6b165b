import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { PlainCountReporter } from "./test/support/plain-count-reporter.ts";

const worker = defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: "./wrangler.toml" },
      miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations("worker/migrations") } },
    })),
  ],
  test: {
    name: "worker",
    include: [
      "test/worker/**/*.test.ts",
      "test/promises/**/*.test.ts",
      "test/openapi/**/*.test.ts",
      "test/conformance/**/*.test.ts",
    ],
    setupFiles: [
      "test/support/apply-migrations.ts",
      "test/support/refuse-scans.ts",
      "test/support/refuse-beyond-d1.ts",
    ],
    globalSetup: [
      "test/support/resend-global-setup.ts",
      "test/support/range-global-setup.ts",
      "test/support/receiver-global-setup.ts",
    ],
    testTimeout: 30_000,
  },
});

export default defineConfig({
  test: {
    // Journeys wait more than they compute: one more than the cores of a small machine.
    maxWorkers: 3,
    reporters: ["default", new PlainCountReporter()],
    projects: [
      worker,
      {
        test: {
          name: "node",
          include: [
            "test/structure.test.ts",
            "test/docs/**/*.test.ts",
            "test/shared/**/*.test.ts",
            "test/extension/**/*.test.ts",
            "test/scripts/**/*.test.ts",
            "test/example-site/**/*.test.ts",
            // What `npm run build` has built.
            "test/built/**/*.test.ts",
          ],
        },
      },
      {
        test: {
          // The documents' commands, as somebody runs them who has just cloned the repository.
          name: "fresh-clone",
          include: ["test/fresh-clone/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          // Every screen of the extension and of the hosted pages from fixtures, as pictures.
          name: "gallery",
          include: ["test/gallery/**/*.test.ts"],
          maxConcurrency: 2,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/support/global-setup.ts"],
          testTimeout: 120_000,
          // Two browsers and a worker share what machine there is; what is broken is broken each time.
          retry: 2,
          // A busy machine shows things late, and no test is about how late.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
