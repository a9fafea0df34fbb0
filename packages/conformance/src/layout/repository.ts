import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A file of the repository. `path` is relative to its root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const ignored = new Set(['node_modules', 'dist', 'fixtures', '.turbo', '.git']);

/** Sources and manifests of every package and app. */
export function readRepository(root: string): SourceFile[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return ignored.has(entry.name) ? [] : walk(path);
      return /\.tsx?$|package\.json$|README\.md$/.test(entry.name) ? [path] : [];
    });
  return ['packages', 'apps']
    .flatMap(folder => walk(join(root, folder)))
    .map(path => ({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

/** The package that a file belongs to: `core` of `packages/core/src/index.ts`. */
export const packageOf = ({ path }: SourceFile): string => path.split('/')[1] ?? '';

export const isSource = ({ path }: SourceFile): boolean => /\.tsx?$/.test(path);
/** Tests, and what only tests use. */
export const isTest = ({ path }: SourceFile): boolean => /\.(?:test|bench)\.tsx?$|\/testing\//.test(path);

/** The bare modules that a file imports: `zod`, `@cartograph/core`, `node:fs`. */
export function importsOf({ text }: SourceFile): string[] {
  const specifiers = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import '([^']+)'/g,
    ),
  ];
  return specifiers
    .map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '')
    .filter(specifier => specifier !== '' && !specifier.startsWith('.'))
    .map(specifier =>
      specifier.startsWith('node:')
        ? specifier
        : specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
    );
}
