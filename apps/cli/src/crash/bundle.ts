import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Below this package, so that the native module is found. */
const folder = fileURLToPath(new URL('../../node_modules/.crash', import.meta.url));

/** The child as one file that Node starts quickly, made of the sources. Answers its path and how to remove it. */
export async function bundleChild(): Promise<{ readonly path: string; readonly remove: () => void }> {
  const own = join(folder, String(process.pid));
  mkdirSync(own, { recursive: true });
  const path = join(own, 'child.mjs');
  await build({
    input: join(here, 'child.ts'),
    platform: 'node',
    external: ['better-sqlite3'],
    resolve: { conditionNames: ['source', 'node', 'import', 'default'], extensionAlias: { '.js': ['.ts', '.js'] } },
    output: { file: path, format: 'esm', codeSplitting: false },
    logLevel: 'silent',
  });
  return { path, remove: () => rmSync(own, { recursive: true, force: true }) };
}
