import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ConfigError } from '@cartograph/core';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const version = 'v1';

/** Encrypts with AES-256-GCM. `owner` is bound to the text: sealed settings do not open under another connection's name. */
export function seal(plain: string, key: Buffer, owner: string): string {
  const nonce = randomBytes(nonceBytes);
  const encryption = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([encryption.update(plain, 'utf8'), encryption.final()]);
  return `${version}:${Buffer.concat([nonce, encryption.getAuthTag(), body]).toString('base64')}`;
}

/** Throws a ConfigError when the key is another one, or the text was tampered with. */
export function unseal(sealed: string, key: Buffer, owner: string): string {
  try {
    const [, encoded = ''] = sealed.split(`${version}:`);
    const bytes = Buffer.from(encoded, 'base64');
    const decryption = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return decryption.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decryption.final('utf8');
  } catch (cause) {
    throw new ConfigError(
      `the stored settings of "${owner}" do not open with this key: set CARTOGRAPH_KEY (or restore the key file) as it was when they were stored, or connect again`,
      { connection: owner },
      { cause },
    );
  }
}
