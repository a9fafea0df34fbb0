import { createHash } from 'node:crypto';

/**
 * By which Codat's clients name a platform. Codat knows the first; the others it never had, and their keys are ours.
 * Codat's keys are four letters: https://docs.codat.io/integrations/commerce/overview
 */
const keys: Readonly<Record<string, string>> = { bigcommerce: 'vqzp', iconic: 'icnc', magento: 'mgnt' };

/** Four lower-case letters; made of the connector's id where none was chosen. */
export const platformKeyOf = (connectorId: string): string => keys[connectorId] ?? madeOf(connectorId);

const madeOf = (id: string): string =>
  [...createHash('sha1').update(id).digest().subarray(0, 4)]
    .map(byte => String.fromCharCode('a'.charCodeAt(0) + (byte % 26)))
    .join('');
