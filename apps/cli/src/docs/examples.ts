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

/** Uses what another example made, and does not make it. */
function goesOn(code: string, from: string): boolean {
  const makes = (name: string, text: string) => new RegExp(`^const ${name}\\b`, 'm').test(text);
  const made = [...from.matchAll(/^const (\w+)/gm)].map(([, name = '']) => name);
  return made.some(name => new RegExp(`\\b${name}\\.`).test(code) && !makes(name, code));
}

/** The TypeScript examples of a page. One that uses what the first of its page made goes on from there. */
export function examplesOf(page: string): Example[] {
  const text = readFileSync(join(root, page), 'utf8');
  const [first = '', ...others] = [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = '']) => code);
  return [first, ...others.map(code => (goesOn(code, first) ? `${first}${code}` : code))]
    .filter(code => code !== '')
    .map((code, index) => ({ name: `${page.replace(/\W/g, '-')}-${index + 1}`, code }));
}
