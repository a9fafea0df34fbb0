import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storageConformance, storageConformanceProof } from '@cartograph/conformance';
import { afterAll, describe, test } from 'vitest';
import { createMemoryStorage, createSqliteStorage } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'cartograph-storage-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

describe('memory', () => storageConformance(test, createMemoryStorage));
describe('SQLite in a file', () => {
  storageConformance(test, () => createSqliteStorage({ path: join(folder, `${files++}.db`) }));
});
describe('SQLite in memory', () => storageConformance(test, () => createSqliteStorage({ path: ':memory:' })));

describe('the rules', () => storageConformanceProof(test, createMemoryStorage));
