import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { ConfigError } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { readJson } from './read-json.js';
import { createFolder } from './testing/folder.js';

const stdin = (text: string) => Readable.from([text]);
const fileWith = (content: string) => {
  const file = join(createFolder(), 'shop.json');
  writeFileSync(file, content);
  return file;
};

test('JSON comes from a file', async () => {
  expect(await readJson(fileWith('{"a": [1, null]}'), stdin(''))).toEqual({ a: [1, null] });
});

test('JSON comes from standard input for -', async () => {
  expect(await readJson('-', stdin('{"a": "ü"}'))).toEqual({ a: 'ü' });
});

test('a byte order mark, as Windows writes it, is no fault', async () => {
  expect(await readJson(fileWith('\uFEFF{"a": 1}'), stdin(''))).toEqual({ a: 1 });
  expect(await readJson('-', stdin('\uFEFF{"a": 1}'))).toEqual({ a: 1 });
});

describe('what cannot be read is named in one sentence', () => {
  const refusal = async (file: string, sentence: string | RegExp, given = '') => {
    const reading = readJson(file, stdin(given));
    await expect(reading).rejects.toThrow(ConfigError);
    await expect(reading).rejects.toThrow(sentence);
  };

  test('a missing file', () => refusal('nowhere.json', 'cannot read nowhere.json: there is no such file'));

  test('a folder', async () => {
    const folder = createFolder();
    await refusal(folder, `cannot read ${folder}: it is a folder: name a file`);
  });

  test('a file without read access', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may read every file');
    const file = fileWith('{}');
    chmodSync(file, 0o000);
    await refusal(file, `cannot read ${file}: it may not be read: check its permissions`);
  });

  test('an empty file', async () => {
    const file = fileWith(' \n');
    await refusal(file, `${file} is not JSON: it is empty; correct it, or name another file`);
  });

  test('empty standard input', () => refusal('-', 'standard input is not JSON: it is empty; check what is piped in'));

  test('a malformed file, by the place where it breaks and not by its content', async () => {
    const file = fileWith('{\n  "accessToken": "hush",\n  oops\n}');
    await refusal(
      file,
      `${file} is not JSON: Expected double-quoted property name in JSON at line 3, column 3; correct it, or name another file`,
    );
  });

  test('a secret without its quotation marks, which is not shown', async () => {
    const error = await readJson('-', stdin('{"accessToken": hush}')).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      message: `standard input is not JSON: Unexpected token 'h'; check what is piped in`,
    });
    expect(inspect(error)).not.toContain('hush');
  });

  test('JSON that breaks off', () =>
    refusal('-', 'standard input is not JSON: it breaks off before its end; check what is piped in', '{"a": '));
});
