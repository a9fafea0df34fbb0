import { bigcommerce } from '@cartograph/bigcommerce';
import { type Connector, UnsupportedError } from '@cartograph/core';
import { iconic } from '@cartograph/iconic';
import { magento } from '@cartograph/magento';

export const connectors: readonly Connector[] = [iconic, bigcommerce, magento];

/** Throws an UnsupportedError that lists the platforms there are. */
export function findConnector(platform: string): Connector {
  const found = connectors.find(({ id }) => id === platform);
  if (found) return found;
  const known = connectors.map(({ id }) => id).join(', ');
  throw new UnsupportedError(`there is no connector "${platform}"; there is ${known}`, { platform });
}
