import { CodatCommerce } from '@codat/commerce';
import { CodatPlatform, HTTPClient } from '@codat/platform';
import axios from 'axios';
import type { World } from '../../testing/world.js';
import { defaultCompanyId } from '../directory.js';
import { uuidOf } from '../uuid.js';

const serverURL = 'http://api.test';

/** Codat's own clients as they are published; only the server, the key and the way to it are set. */
export async function createClients(world: World, wish: Parameters<World['addKey']>[0] = {}) {
  const { token } = await world.addKey(wish);
  const authHeader = `Basic ${Buffer.from(token).toString('base64')}`;
  const once = { strategy: 'none' } as const;
  const client = axios.create({
    adapter: 'fetch',
    env: { fetch: (input: Request | string | URL, init?: RequestInit) => world.api(new Request(input, init)) },
  });
  const httpClient = new HTTPClient({ fetcher: (input, init) => world.api(new Request(input, init)) });
  return {
    authHeader,
    commerce: new CodatCommerce({
      security: { authHeader },
      serverURL,
      // The same client: its types for import and for require are told apart.
      defaultClient: client as never,
      retryConfig: { ...once, retryConnectionErrors: false },
    }),
    platform: new CodatPlatform({ authHeader, serverURL, httpClient, retryConfig: once }),
  };
}

/** Of a connection that was made elsewhere. */
export const connectionOf = (name: string) => ({
  companyId: defaultCompanyId,
  connectionId: uuidOf('connection', name),
});
