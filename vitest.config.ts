import { defineConfig } from "vitest/config";

const source = { resolve: { conditions: ["fibril-source"] }, ssr: { resolve: { conditions: ["fibril-source"] } } };

export default defineConfig({
  test: {
    projects: [
      { ...source, test: { name: "domain", include: ["packages/*/src/**/*.test.ts"], isolate: false } },
      {
        ...source,
        test: {
          name: "tools",
          include: ["tools/**/*.test.ts", "apps/cli/src/**/*.test.ts", "apps/web/src/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        ...source,
        test: {
          name: "server",
          include: ["apps/server/test/**/*.test.ts", "apps/server/src/**/*.test.ts"],
          globalSetup: ["apps/server/test/postgres-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        ...source,
        test: {
          name: "e2e",
          include: ["e2e/specs/**/*.spec.ts"],
          globalSetup: ["e2e/setup.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
