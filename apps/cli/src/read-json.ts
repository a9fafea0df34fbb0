import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { ConfigError } from '@cartograph/core';

/** JSON from a file, or from standard input for `-`. Throws a ConfigError that names the file and what is wrong with it. */
export async function readJson(file: string, stdin: NodeJS.ReadableStream): Promise<unknown> {
  const name = file === '-' ? 'standard input' : file;
  // Editors of Windows put a byte order mark in front.
  const content = (file === '-' ? await text(stdin) : readText(file)).replace(/^\uFEFF/, '');
  try {
    return JSON.parse(content);
  } catch (cause) {
    // The original quotes the text, and the text may be a file of secrets: it is not kept as the cause.
    const remedy = file === '-' ? 'check what is piped in' : 'correct it, or name another file';
    throw new ConfigError(`${name} is not JSON: ${complaintOf(content, String(cause))}; ${remedy}`, { file: name });
  }
}

/** What JSON.parse says, with line and column in place of the position and without what it quotes. */
function complaintOf(content: string, said: string): string {
  if (content.trim() === '') return 'it is empty';
  if (/end of JSON|Unterminated string/.test(said)) return 'it breaks off before its end';
  const [, words = 'it is malformed'] = /^SyntaxError: (Unexpected token '.'|.*(?= at position))/su.exec(said) ?? [];
  const position = /at position (\d+)/.exec(said)?.[1];
  if (position === undefined) return words;
  const lines = content.slice(0, Number(position)).split('\n');
  return `${words} at line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
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
