import type { StreamDefinition } from '@cartograph/connector-kit';
import { AuthError, RequestError } from '@cartograph/core';
import type { MagentoClient } from '../client.js';
import type { MagentoShop } from '../shop.js';

/** How a stream is read. */
export type Source = Pick<StreamDefinition<MagentoClient, MagentoShop, unknown>, 'read' | 'find' | 'ids'>;

/**
 * Magento answers a missing right and a dead token alike. Where the stores are still shown the credentials are good and
 * lack a right: then this stream fails alone, and the connection goes on.
 */
export function whereAllowed<Own extends Source>(source: Own): Pick<Own, keyof Own & keyof Source>;
export function whereAllowed({ read, find, ids }: Source): Source {
  return {
    read: (client, query) => alone(client, read(client, query)),
    ...(find && { find: (client, wanted) => find(client, wanted).catch(error => lackingRight(client, error)) }),
    ...(ids && { ids: (client, resume) => alone(client, ids(client, resume)) }),
  };
}

async function* alone<Page>(client: MagentoClient, pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  try {
    yield* pages;
  } catch (error) {
    await lackingRight(client, error);
  }
}

/** Throws the error, as one of this stream alone where the credentials are good. */
async function lackingRight(client: MagentoClient, error: unknown): Promise<never> {
  if (!(error instanceof AuthError) || !(await isSignedIn(client))) throw error;
  throw new RequestError(`${error.message}; all that these credentials may see is read`, error.context, {
    cause: error,
  });
}

const isSignedIn = (client: MagentoClient): Promise<boolean> =>
  client.store.websites().then(
    () => true,
    () => false,
  );
