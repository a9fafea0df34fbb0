import { moneyCases, proveShop, type SubjectFactory } from '@cartograph/conformance';
import { createIconicSimulator, type IconicSimulatorOptions } from '@cartograph/simulators';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { iconic } from './connector.js';

type PaidIn = NonNullable<IconicSimulatorOptions['paidIn']>;

/** Null is what the countries have. The platform sells where there are no cents, and nowhere where there are thousandths. */
const currencies: readonly (PaidIn | null)[] = [
  null,
  { currency: 'CLP', decimals: 0, rate: 612.5 },
  { currency: 'KWD', decimals: 3, rate: 0.2003 },
];

const shops = fc.record({
  seed: fc.nat(),
  orders: fc.integer({ min: 1, max: 40 }),
  later: fc.integer({ min: 0, max: 30 }),
  paidIn: fc.constantFrom(...currencies),
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
  'canceled units beside others',
  'a payout',
  'a payout with the remainder openingBalance',
  'a payout with the remainder withheld',
  'a payout with the remainder carriedForward',
  'paid by onlineCard',
  'paid by paypal',
  'paid by mobile',
  'paid by storeCredit',
  'paid by custom',
];

const shopOf =
  ({ seed, orders, later, paidIn }: MadeUp): SubjectFactory =>
  ({ elapsedMs }) => {
    const simulator = createIconicSimulator({ seed, orders, elapsedMs, ...(paidIn && { paidIn }) });
    simulator.advance(later);
    const { orders: orderIds = [], transactions = [], statements = [] } = simulator.truth();
    return {
      connector: iconic,
      config: simulator.config('http://shop.test'),
      fetch: simulator.fetch,
      truth: { orders: orderIds, transactions, payouts: statements },
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
    currencies.map(async paidIn => moneyCases(await proveShop(shopOf({ seed: 1, orders: 150, later: 0, paidIn })))),
  );
  expect(new Set(found.flatMap(cases => [...cases]))).toEqual(new Set(everyCase));
});
