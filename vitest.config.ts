import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.spec.ts'],
    globalSetup: ['test/backend/startedPostgres.ts', 'test/dashboard/builtDashboard.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // Hundreds of steps in a real browser beside real workers on two busy cores: a machine may try again, a person sees
    // every failure.
    retry: process.env.CI === 'true' ? 2 : 0,
  },
});
