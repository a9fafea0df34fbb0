import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

export interface Example {
  /** `docs-errors-md-1`: the first of its page. */
  readonly name: string;
  readonly code: string;
}

const pagesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => `${folder}/${name}`);

/** Every page that a reader may copy code from, below the root of the repository. */
export const pages: readonly string[] = ['README.md', ...pagesIn('docs'), ...pagesIn('docs/clients')];

/** Uses a client that it does not make. */
const goesOn = (code: string): boolean => /\bclient\./.test(code) && !/\bconst client\b/.test(code);

/** The TypeScript examples of a page. One that uses `client` without making one goes on from the first of its page. */
export function examplesOf(page: string): Example[] {
  const text = readFileSync(join(root, page), 'utf8');
  const blocks = [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = '']) => code);
  return blocks.map((code, index) => ({
    name: `${page.replace(/\W/g, '-')}-${index + 1}`,
    code: index > 0 && goesOn(code) ? `${blocks[0]}${code}` : code,
  }));
}
