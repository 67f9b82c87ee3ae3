import { defineConfig } from "vitest/config";

// A zone with an odd offset: code that forgets to name its zone fails here and not in Geneva.
const env = {
  TZ: "Asia/Kathmandu",
  BASE_URL: "https://liaise.example.org", // vite would set "/", which is no setting of ours
};

export default defineConfig({
  test: {
    projects: [
      // Pure code keeps nothing between tests: one loading of the modules serves all files.
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          env,
          pool: "threads",
          isolate: false,
          testTimeout: 30_000, // property tests, on a machine that has other things to do
        },
      },
      {
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          env,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "integration",
          retry: process.env.CI ? 1 : 0,
          include: ["tests/integration/**/*.test.ts"],
          env,
          globalSetup: ["tests/support/database.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
