import { connectorConformance, fixtureConformance, lineageConformance } from '@cartograph/conformance';
import { createIconicSimulator } from '@cartograph/simulators';
import { test } from 'vitest';
import { iconic } from './connector.js';

const credits = 'no figure tells what the card paid, so credit only moves between the means of payment';
const price = 'a catalog price is part of no sum';
const joint = 'an id: under another one, the price is not found';

const collections: Readonly<Record<string, string>> = {
  company: 'sellers',
  orders: 'orders',
  products: 'productSets',
  productCategories: 'categories',
  locations: 'warehouses',
  paymentMethods: 'paymentMethods',
  transactions: 'transactions',
  payouts: 'statements',
};

connectorConformance(test, ({ elapsedMs }) => {
  const simulator = createIconicSimulator({ orders: 250, elapsedMs });
  const truth = simulator.truth();
  return {
    connector: iconic,
    config: simulator.config('http://shop.test'),
    fetch: simulator.fetch,
    truth: Object.fromEntries(
      Object.entries(collections).map(([stream, collection]) => [stream, truth[collection] ?? []]),
    ),
    tamper: (stream, id, change) =>
      simulator.tamper(collections[stream] ?? '', id, body => ({
        ...Object(change(body)),
        // The name of a payment method is its id.
        ...(stream === 'paymentMethods' ? { name: id } : {}),
      })),
    advance: () => simulator.advance(40),
  };
});

fixtureConformance(test, iconic, new URL('../fixtures/', import.meta.url), {
  unchecked: {
    'items[*].storeCredits': credits,
    'items[*].walletCredits': credits,
    'prices[*].prices[*].price': price,
    'prices[*].prices[*].salePrice': price,
    'products[*].id': joint,
    'prices[*].productId': joint,
    'transaction.vatAmount': 'the tax of the ledger is part of no sum',
  },
  unproven: {
    'payouts/more-kept-back-than-the-deposit': 'the platform does not say why',
    'transactions/open-statement': 'its payout is still to come',
  },
});

lineageConformance(test, iconic, new URL('../fixtures/', import.meta.url));
