import type { BodyPage } from '@cartograph/connector-kit';
import { AuthError, type ReadQuery, RequestError } from '@cartograph/core';
import type { MagentoClient } from '../client.js';

type Read = (client: MagentoClient, query: ReadQuery) => AsyncIterable<BodyPage>;

/**
 * Magento answers a missing right and a dead token alike. Where the stores are still shown the credentials are good and
 * lack a right: then this feed fails alone, and the connection goes on.
 */
export const whereAllowed = (read: Read): Read =>
  async function* (client, query) {
    try {
      yield* read(client, query);
    } catch (error) {
      if (!(error instanceof AuthError) || !(await isSignedIn(client))) throw error;
      throw new RequestError(`${error.message}; all that these credentials may see is read`, error.context, {
        cause: error,
      });
    }
  };

const isSignedIn = (client: MagentoClient): Promise<boolean> =>
  client.store.websites().then(
    () => true,
    () => false,
  );
