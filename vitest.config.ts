import { defineConfig } from 'vitest/config'

/** Fast tests first; each kind can be run alone: `npx vitest run --project unit`. */
export default defineConfig({
  test: {
    // Much of a test's time is waiting for a server; two at once use a small machine better than the usual one.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/unit/support/propertySeed.ts'],
          // Only for what hangs: signatures with the real cost of a passphrase take seconds beside other work.
          testTimeout: 20_000,
          sequence: { groupOrder: 0 }
        }
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/integration/support/globalSetup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 }
        }
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/support/globalSetup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 }
        }
      }
    ]
  }
})
