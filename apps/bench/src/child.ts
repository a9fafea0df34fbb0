import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Measured } from './measured.js';

export interface Child {
  readonly process: ChildProcess;
  /** The first line that it prints, parsed. */
  readonly answer: Promise<unknown>;
}

/** Starts a script of this folder in a process of its own, with `input` on its standard input. */
export function startChild(script: string, args: readonly string[], input?: unknown): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(input === undefined ? undefined : JSON.stringify(input));
  const answer = new Promise<unknown>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', line => resolve(JSON.parse(line)));
    child.once('exit', code => reject(new Error(`${script} ended with code ${code} and no answer`)));
  });
  return { process: child, answer };
}

/** What a script took that is measured in a process of its own. */
export const measureChild = async (script: string, input: unknown): Promise<Measured> =>
  (await startChild(script, [], input).answer) as Measured;
