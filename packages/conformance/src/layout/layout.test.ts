import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readRepository, type SourceFile } from './repository.js';
import { layoutRules } from './rules.js';

const repository = readRepository(fileURLToPath(new URL('../../../../', import.meta.url)));

describe('the repository', () => {
  for (const [name, rule] of Object.entries(layoutRules)) test(name, () => expect(rule(repository)).toEqual([]));
});

const file = (path: string, text: string): SourceFile => ({ path, text });

/** For each rule a file that breaks it. */
const broken: Readonly<Record<string, SourceFile>> = {
  'a package imports only what the architecture allows it': file(
    'packages/simulators/src/a.ts',
    "import { add } from '@cartograph/core';",
  ),
  'every package is on the architecture page': file('packages/plugins/src/a.ts', ''),
  'no line outside a connector names a platform': file('packages/sync/src/a.ts', "if (platform === 'magento') wait();"),
  'environment, console, exit and log belong to apps': file('packages/core/src/a.ts', 'console.log(1);'),
  'an app reads its environment in env.ts alone': file('apps/cli/src/a.ts', 'const home = process.env.HOME;'),
  'the connectors have the same tree': file('packages/iconic/src/index.ts', ''),
  'no file is longer than 400 lines, and nine in ten are shorter than 200': file(
    'packages/core/src/a.ts',
    'x\n'.repeat(401),
  ),
  'versions stand in the catalog alone': file('packages/core/package.json', '{"dependencies":{"zod":"^4.0.0"}}'),
};

describe('a file that breaks the rule is caught', () => {
  for (const [name, rule] of Object.entries(layoutRules)) {
    test(name, () => {
      const example = broken[name];
      expect(example, 'every rule has a file that breaks it').toBeDefined();
      expect(rule(example ? [example] : [])).not.toEqual([]);
    });
  }
});
