import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { ConfigError } from '@cartograph/core';

const keyBytes = 32;
const keyPattern = /^[0-9a-f]{64}$/i;

const fileOf = (database: string): string => `${database}.key`;

/** The key to seal with: as `loadKey` finds it, or a new one in the key file where there is none yet. */
export function loadOrMakeKey(fromEnv: string | undefined, database: string): Buffer {
  if (fromEnv === undefined && !existsSync(fileOf(database))) makeKey(fileOf(database));
  return loadKey(fromEnv, database);
}

/** The key from `CARTOGRAPH_KEY`, or from a file beside the database that only its owner may read. */
export function loadKey(fromEnv: string | undefined, database: string): Buffer {
  if (fromEnv !== undefined) return parseKey(fromEnv, 'CARTOGRAPH_KEY');
  const file = fileOf(database);
  if (!existsSync(file))
    throw new ConfigError(
      `the key file ${file} is gone: put it back or set CARTOGRAPH_KEY to the key it held, or connect again`,
      { file },
    );
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new ConfigError(`others may read the key file ${file}: run "chmod 600 ${file}"`, { file });
  return parseKey(readFileSync(file, 'utf8').trim(), `the key file ${file}`);
}

function makeKey(file: string): void {
  try {
    writeFileSync(file, `${randomBytes(keyBytes).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // Another command made it in the same moment.
    if (code === 'EEXIST') return;
    throw new ConfigError(
      `cannot make the key file ${file} (${code}): give this user write access to its folder, or set CARTOGRAPH_KEY`,
      { file },
      { cause },
    );
  }
}

function parseKey(text: string, where: string): Buffer {
  if (keyPattern.test(text)) return Buffer.from(text, 'hex');
  throw new ConfigError(`${where} must hold 64 hexadecimal digits: make some with "openssl rand -hex 32"`);
}
