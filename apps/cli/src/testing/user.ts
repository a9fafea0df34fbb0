import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { run } from '../run.js';
import { createFolder } from './folder.js';
import { createTestShell } from './shell.js';

/** What a command left behind. */
export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

/** A command that is running. */
export interface Running {
  readonly done: Promise<Ran>;
  /** Standard output as soon as the words were written to it. */
  printed(words: string): Promise<string>;
  /** And standard error. */
  said(words: string): Promise<string>;
  /** As Ctrl-C and SIGTERM do. */
  stop(signal: 'SIGINT' | 'SIGTERM'): void;
}

/** Somebody with a terminal, a folder and a database of their own. */
export interface User {
  readonly database: string;
  /** What no command may ever show. */
  readonly secrets: Set<string>;
  /** Writes a file and tells its path. */
  file(name: string, content: unknown): string;
  /** Every byte of the database and its companions, as Latin-1. */
  stored(): string;
  start(words: readonly string[], stdin?: string, more?: NodeJS.ProcessEnv): Running;
  run(...words: readonly string[]): Promise<Ran>;
  /** Runs with `--json` and tells the one value that it printed. */
  json<Result>(...words: readonly string[]): Promise<Result>;
  /** Runs what has to fail and tells the sentence that it ends with. */
  failure(...words: readonly string[]): Promise<string>;
}

/** Every command of theirs is held against what holds for all: no secret, no stack trace, one JSON value for `--json`. */
export function createUser(env: NodeJS.ProcessEnv = {}): User {
  const folder = createFolder();
  const database = join(folder, 'shop.db');
  const secrets = new Set<string>();

  const check = (words: readonly string[], { out, err, exitCode }: Ran) => {
    const command = words.join(' ');
    for (const secret of secrets) expect(out + err, command).not.toContain(secret);
    expect(out + err, command).not.toMatch(/^\s+at .*:\d+/m);
    if (words.includes('--json')) expect(out, command).toMatch(/^[^\n]+\n$/);
    if (exitCode !== 0) expect(err, command).not.toContain('should not');
  };

  const start = (words: readonly string[], stdin = '', more: NodeJS.ProcessEnv = {}): Running => {
    const shell = createTestShell({ CARTOGRAPH_DB: database, ...env, ...more }, stdin);
    const { stdout, stderr, stop } = shell;
    const done = run(shell, words).then(() => {
      const ran = { out: stdout.text(), err: stderr.text(), exitCode: Number(shell.exitCode) };
      check(words, ran);
      return ran;
    });
    return { done, printed: stdout.said, said: stderr.said, stop };
  };

  const runToEnd = (...words: readonly string[]) => start(words).done;

  return {
    database,
    secrets,
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
    stored: () =>
      readdirSync(folder)
        .filter(name => name.startsWith(basename(database)))
        .map(name => readFileSync(join(folder, name), 'latin1'))
        .join(''),
    start,
    run: runToEnd,
    json: async (...words) => {
      const { out } = await runToEnd(...words, '--json');
      return JSON.parse(out);
    },
    failure: async (...words) => {
      const { out, err, exitCode } = await runToEnd(...words);
      expect({ out, exitCode }, err).toEqual({ out: '', exitCode: 1 });
      expect(err).toMatch(/^cartograph: [^\n]+\n$/);
      return err.replace(/^cartograph: |\n$/g, '');
    },
  };
}
