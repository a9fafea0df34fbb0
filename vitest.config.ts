import { defineConfig } from 'vitest/config';

/** Tests run from source: every package offers its sources under the `source` condition, so no build is needed. */
const conditions = ['source', 'node', 'import', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
