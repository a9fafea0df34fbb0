import ts from 'typescript';

/** What an example may import, by the name it imports it by. */
export type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

type Run = (modules: Modules, console: { log(...values: unknown[]): void }) => Promise<void>;

const AsyncFunction: new (...parts: string[]) => Run = Object.getPrototypeOf(async () => {}).constructor;

const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext };

/** Runs an example to its end; gives the lines that it logged. */
export async function runExample(code: string, modules: Modules): Promise<string[]> {
  // Types and what only they use are gone after this, so that each import left is one that has to be given.
  const plain = ts.transpileModule(code, { compilerOptions: options }).outputText;
  const body = plain
    .replace(/^import \{([^}]+)\} from '([^']+)';$/gm, (_, names: string, from: string) => {
      if (!(from in modules)) throw new Error(`an example imports ${from}, which it is not given`);
      return `const {${names.replace(/ as /g, ': ')}} = modules['${from}'];`;
    })
    .replace(/^export (?=async|function|const|class)/gm, '')
    .replace(/^export \{\};$/gm, '');
  const lines: string[] = [];
  await new AsyncFunction('modules', 'console', body)(modules, {
    log: (...values) => {
      lines.push(values.map(String).join(' '));
    },
  });
  return lines;
}
