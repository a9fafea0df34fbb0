import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
];

/** The TypeScript examples of a page, under names that say where they stand. */
function examplesOf(page: string): [name: string, code: string][] {
  const blocks = [...readFileSync(join(root, page), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)];
  return blocks.map(([, code = ''], index) => [`${page.replace(/\W/g, '-')}-${index + 1}.ts`, code]);
}

/** Examples are compiled as a user's file beside this package, against the sources. */
function complaints(examples: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: ['source'],
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  };
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = path => examples.get(path) ?? read(path);
  host.fileExists = path => examples.has(path) || existsSync(path);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (path, version, ...rest) => {
    const code = examples.get(path);
    return code === undefined ? parse(path, version, ...rest) : ts.createSourceFile(path, code, version);
  };
  const program = ts.createProgram([...examples.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file && examples.has(file.fileName))
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

const folder = dirname(fileURLToPath(import.meta.url));
const inFolder = (examples: readonly [string, string][]) =>
  new Map(examples.map(([name, code]) => [join(folder, name), `${code}\nexport {};\n`]));

test('every TypeScript example of the documentation compiles', () => {
  const examples = pages.flatMap(examplesOf);
  expect(examples.length).toBeGreaterThan(5);
  expect(complaints(inFolder(examples))).toEqual([]);
});

test('an example that does not compile is caught', () => {
  const wrong = "import { add } from '@cartograph/core';\nconst total: number = add('1', '2');";
  expect(complaints(inFolder([['wrong.ts', wrong]]))).toEqual([
    expect.stringContaining("'string' is not assignable to type 'number'"),
  ]);
});
