import { moneyCases, proveShop, type SubjectFactory } from '@cartograph/conformance';
import { createMagentoSimulator, type MagentoSimulatorOptions } from '@cartograph/simulators';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { magento } from './connector.js';

type PaidIn = NonNullable<MagentoSimulatorOptions['paidIn']>;

/** Null is what the store views have. */
const currencies: readonly (PaidIn | null)[] = [
  null,
  { currency: 'JPY', decimals: 0, rate: 151.37 },
  { currency: 'KWD', decimals: 3, rate: 0.3071 },
];

const shops = fc.record({
  seed: fc.nat(),
  orders: fc.integer({ min: 1, max: 40 }),
  later: fc.integer({ min: 0, max: 30 }),
  paidIn: fc.constantFrom(...currencies),
  floatNoise: fc.boolean(),
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
  'canceled units beside others',
  'an adjustment',
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
  ({ seed, orders, later, paidIn, floatNoise }: MadeUp): SubjectFactory =>
  ({ elapsedMs }) => {
    const simulator = createMagentoSimulator({ seed, orders, elapsedMs, floatNoise, ...(paidIn && { paidIn }) });
    simulator.advance(later);
    const { orders: orderIds = [], creditmemos = [], transactions = [] } = simulator.truth();
    return {
      connector: magento,
      config: simulator.config('https://shop.example'),
      fetch: simulator.fetch,
      truth: { orders: orderIds, creditmemos, transactions },
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
      moneyCases(await proveShop(shopOf({ seed: 1, orders: 150, later: 0, paidIn, floatNoise: true }))),
    ),
  );
  expect(new Set(found.flatMap(cases => [...cases]))).toEqual(new Set(everyCase));
});
