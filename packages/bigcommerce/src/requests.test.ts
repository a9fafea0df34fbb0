import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { BigCommerceConfig } from './config.js';
import { open } from './testing/open.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replace(/ +/g, ' ');

/** Requests for each thousand records of a simulated shop: all, and by the last word of their path. */
async function cost(stream: string, settings: Partial<BigCommerceConfig> = {}) {
  const shop = open({ orders: 1000, products: 1000 }, settings);
  const { length: records } = await shop.read(stream);
  const perThousand = (requests: number) => Math.round((requests * 1000) / records).toLocaleString('en-US');
  const words = shop.asked.map(({ pathname }) => pathname.split('/').at(-1));
  const of = (word: string) => perThousand(words.filter(found => found === word).length);
  return { records, all: perThousand(shop.asked.length), requests: shop.asked.length, of };
}

const table: readonly (readonly [
  payments: BigCommerceConfig['payments'],
  fulfillments: BigCommerceConfig['fulfillments'],
])[] = [
  ['transactions', 'shipments'],
  ['transactions', 'none'],
  ['header', 'shipments'],
  ['header', 'none'],
];

test.each(table)(
  'orders with payments of %s and fulfillments of %s cost what the README says',
  async (payments, fulfillments) => {
    const { all, of } = await cost('orders', { payments, fulfillments });
    const row = ['transactions', 'shipments', 'taxes', 'coupons', 'products'].map(of);
    expect(readme).toContain(`| \`${payments}\` | \`${fulfillments}\` | ${all} | ${row.join(' | ')} |`);
  },
);

test.each(['products', 'customers'])('a thousand %s cost what the README says', async stream => {
  expect(readme).toContain(`| \`${stream}\` | ${(await cost(stream)).all} for 1,000 |`);
});

test.each(['company', 'categories', 'locations', 'paymentMethods', 'taxRates'])(
  '%s cost what the README says',
  async stream => {
    const { requests } = await cost(stream);
    expect(readme).toContain(`| \`${stream}\` | ${requests} |`);
  },
);
