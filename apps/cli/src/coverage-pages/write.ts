import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connectors } from '@cartograph/connectors';
import { generatedDocuments } from './documents.js';

/** `npm run coverage:write`: brings every generated document up to date, and says which it changed. */
for (const { path, render } of generatedDocuments(connectors)) {
  const file = fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
  const current = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const text = render(current);
  if (text === current) continue;
  writeFileSync(file, text);
  process.stdout.write(`${path}\n`);
}
