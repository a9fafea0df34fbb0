import { moneyCases, proveShop, type SubjectFactory } from '@cartograph/conformance';
import { type BigCommerceSimulatorOptions, createBigCommerceSimulator } from '@cartograph/simulators';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { bigcommerce } from './connector.js';

type PaidIn = NonNullable<BigCommerceSimulatorOptions['paidIn']>;

/** Null is what the countries have. */
const currencies: readonly (PaidIn | null)[] = [null, 'jpy', 'usd', 'kwd'];

const shops = fc.record({
  seed: fc.nat(),
  orders: fc.integer({ min: 1, max: 40 }),
  later: fc.integer({ min: 0, max: 30 }),
  paidIn: fc.constantFrom(...currencies),
  payments: fc.constantFrom('transactions' as const, 'header' as const),
});

type MadeUp = typeof shops extends fc.Arbitrary<infer Shop> ? Shop : never;

const everyCase = [
  'no decimals',
  'two decimals',
  'three decimals',
  'tax included',
  'no tax',
  'a discount',
  'a discount on shipping',
  'shipping',
  'a canceled order',
  'a refund in full',
  'a refund in part',
  'tax that is not told to be included',
  'a variant of a product',
  'several units on a line',
  'a refund of shipping',
  'a refund with an adjustment',
  'paid by onlineCard',
  'paid by paypal',
  'paid by cash',
  'paid by invoice',
  'paid by prepaid',
  'paid by storeCredit',
  'paid by custom',
  'paid by unknown',
];

const shopOf =
  ({ seed, orders, later, paidIn, payments }: MadeUp): SubjectFactory =>
  ({ elapsedMs }) => {
    const simulator = createBigCommerceSimulator({ seed, orders, elapsedMs, ...(paidIn && { paidIn }) });
    simulator.advance(later);
    return {
      connector: bigcommerce,
      config: { ...simulator.config('https://shop.example'), includeIncomplete: true, payments },
      fetch: simulator.fetch,
      truth: { orders: simulator.truth().orders ?? [] },
      tamper: simulator.tamper,
      advance: () => simulator.advance(1),
    };
  };

test('the money of any shop adds up, and none of it is set aside or counted twice', () =>
  fc.assert(
    fc.asyncProperty(shops, async shop => void (await proveShop(shopOf(shop)))),
    { numRuns: 8 * inject('propertyEffort') },
  ));

test('every case that the platform has is among the shops', async () => {
  const found = await Promise.all(
    currencies.map(async paidIn =>
      moneyCases(await proveShop(shopOf({ seed: 1, orders: 150, later: 0, paidIn, payments: 'transactions' }))),
    ),
  );
  expect(new Set(found.flatMap(cases => [...cases]))).toEqual(new Set(everyCase));
});
