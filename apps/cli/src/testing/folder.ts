import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder, gone when the test ends. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cartograph-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
