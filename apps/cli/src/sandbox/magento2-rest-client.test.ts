import { createRequire } from 'node:module';
import { createMagentoSimulator } from '@cartograph/simulators';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startServer } from './server.js';

interface MagentoClient {
  readonly products: { list(criteria: string): Promise<ProductPage> };
  readonly categories: { list(): Promise<Category> };
  readonly productMedia: { list(sku: string): Promise<readonly object[]> };
}

interface ProductPage {
  readonly items: readonly Product[];
  readonly totalCount: number;
}

interface Product {
  readonly id: number;
  readonly sku: string;
  readonly mediaGalleryEntries: readonly object[];
}

interface Category {
  readonly id: number;
  readonly childrenData: readonly Category[];
}

const load = createRequire(import.meta.url);
/** https://www.npmjs.com/package/magento2-rest-client; it has no types. */
const { Magento2Client }: { Magento2Client: (options: object) => MagentoClient } = load('magento2-rest-client');
/** It tells every request on standard output. */
load('magento2-rest-client/lib/log').transports.console.silent = true;

/** A shop of a release before 2.4.4, for this client signs by HMAC-SHA1. */
async function open() {
  const simulator = createMagentoSimulator({ orders: 30, seed: 4, signatureMethods: ['HMAC-SHA1'] });
  const { url, close } = await startServer(simulator, 0);
  onTestFinished(close);
  const { auth } = simulator.config(url) as { auth: object };
  // Without "all", a shop shows only what is for sale in its default store view.
  const clientWith = (more: object) => Magento2Client({ url: `${url}/rest/all`, ...auth, ...more });
  return { client: clientWith({}), clientWith, truth: simulator.truth() };
}

const idsIn = ({ id, childrenData }: Category): string[] => [String(id), ...childrenData.flatMap(idsIn)];

describe('magento2-rest-client, which signs by OAuth 1.0a, reads the sandbox as it reads a shop:', () => {
  test('products page by page', async () => {
    const { client, truth } = await open();
    const found: number[] = [];
    for (let page = 1, total = 1; found.length < total; page++) {
      // The client puts the words behind "searchCriteria=".
      const { items, totalCount } = await client.products.list(
        `&searchCriteria[pageSize]=100&searchCriteria[currentPage]=${page}`,
      );
      found.push(...items.map(({ id }) => id));
      total = totalCount;
    }
    expect(found.map(String).toSorted()).toEqual(truth.products?.toSorted());
  });

  test('the tree of categories', async () => {
    const { client, truth } = await open();
    expect(idsIn(await client.categories.list()).toSorted()).toEqual(truth.categories?.toSorted());
  });

  test('the pictures of a product', async () => {
    const { client } = await open();
    const { items } = await client.products.list('&searchCriteria[pageSize]=100');
    const product = items.find(({ mediaGalleryEntries }) => mediaGalleryEntries.length > 0);
    const pictures = await client.productMedia.list(product?.sku ?? '');
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures).toEqual(product?.mediaGalleryEntries);
  });

  test('a wrong secret, as the words of the platform', async () => {
    const { clientWith } = await open();
    await expect(clientWith({ accessTokenSecret: 'wrong' }).categories.list()).rejects.toContain('signature');
  });
});
