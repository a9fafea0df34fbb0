import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { ConfigError } from '@cartograph/core';

/** JSON from a file, or from standard input for `-`. Throws a ConfigError that names the file and what is wrong with it. */
export async function readJson(file: string, stdin: NodeJS.ReadableStream): Promise<unknown> {
  const name = file === '-' ? 'standard input' : file;
  const content = file === '-' ? await text(stdin) : readText(file);
  try {
    return JSON.parse(content);
  } catch (cause) {
    const complaint = content.trim() === '' ? 'it is empty' : (cause as Error).message;
    throw new ConfigError(`${name} is not JSON: ${complaint}`, { file: name }, { cause });
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file',
      EACCES: 'it may not be read: check its permissions',
      EISDIR: 'it is a folder: name a file',
    };
    throw new ConfigError(`cannot read ${file}: ${reasons[code ?? ''] ?? code ?? String(cause)}`, { file }, { cause });
  }
}
