import { defineConfig } from "vitest/config";

/** The mutation run uses the tests that write their expected values out; the random laws would only slow it down. */
export default defineConfig({
  resolve: { conditions: ["fibril-source"] },
  ssr: { resolve: { conditions: ["fibril-source"] } },
  test: {
    include: ["packages/suitability/src/**/*.test.ts"],
    exclude: ["**/screen-laws.test.ts", "**/second-reading.test.ts"],
    isolate: false,
  },
});
