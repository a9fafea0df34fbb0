import { createHash } from 'node:crypto';
import type { Connector } from '@cartograph/core';

/** By which Codat's clients name a platform: four lower-case letters. */
export const platformKeyOf = ({ id, platformKey }: Pick<Connector, 'id' | 'platformKey'>): string =>
  platformKey ?? madeOf(id);

const madeOf = (id: string): string =>
  [...createHash('sha1').update(id).digest().subarray(0, 4)]
    .map(byte => String.fromCharCode('a'.charCodeAt(0) + (byte % 26)))
    .join('');
