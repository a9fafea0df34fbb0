import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests run from source: every package offers its sources under the `source` condition, so no build is needed. */
const conditions = ['source', 'node', 'import', 'module', 'default'];

/** Property tests make this many times as many runs as by default: a few seconds for each connector. */
const propertyEffort = Number(process.env.CARTOGRAPH_PROPERTY_EFFORT ?? 1);

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'],
    testTimeout: 60_000 * propertyEffort,
    // Shops are made and read before the tests of what is made of them.
    hookTimeout: 60_000,
    // By default one core is left free, which on a machine with two is half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    provide: { propertyEffort },
  },
});
