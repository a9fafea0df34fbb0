import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { ConfigError } from '@cartograph/core';

const keyBytes = 32;
const keyPattern = /^[0-9a-f]{64}$/i;

/** The key from `CARTOGRAPH_KEY`, or from a file beside the database that only its owner may read; made when there is none. */
export function loadKey(fromEnv: string | undefined, database: string): Buffer {
  if (fromEnv !== undefined) return parseKey(fromEnv, 'CARTOGRAPH_KEY');
  const file = `${database}.key`;
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(keyBytes).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new ConfigError(`others may read the key file ${file}: run "chmod 600 ${file}"`, { file });
  return parseKey(readFileSync(file, 'utf8').trim(), `the key file ${file}`);
}

function parseKey(text: string, where: string): Buffer {
  if (keyPattern.test(text)) return Buffer.from(text, 'hex');
  throw new ConfigError(`${where} must hold 64 hexadecimal digits: make some with "openssl rand -hex 32"`);
}
