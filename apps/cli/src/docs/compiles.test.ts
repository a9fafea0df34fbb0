import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { type Example, examplesOf, pages } from './examples.js';

const folder = dirname(fileURLToPath(import.meta.url));

/** Examples are compiled as a user's files beside this one, against the sources. */
function complaints(examples: readonly Example[]): string[] {
  const files = new Map(examples.map(({ name, code }) => [join(folder, `${name}.ts`), `${code}\nexport {};\n`]));
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
  host.readFile = path => files.get(path) ?? read(path);
  host.fileExists = path => files.has(path) || existsSync(path);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (path, version, ...rest) => {
    const code = files.get(path);
    return code === undefined ? parse(path, version, ...rest) : ts.createSourceFile(path, code, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file && files.has(file.fileName))
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

/** All packages are compiled from their sources on the way. */
const patienceMs = 5 * 60_000;

test(
  'every TypeScript example of the documentation compiles',
  () => {
    const examples = pages.flatMap(examplesOf);
    expect(examples.length).toBeGreaterThan(5);
    expect(complaints(examples)).toEqual([]);
  },
  patienceMs,
);

test(
  'an example that does not compile is caught',
  () => {
    const code = "import { add } from '@cartograph/core';\nconst total: number = add('1', '2');";
    expect(complaints([{ name: 'wrong', code }])).toEqual([
      expect.stringContaining("'string' is not assignable to type 'number'"),
    ]);
  },
  patienceMs,
);
