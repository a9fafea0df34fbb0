import { type Storage, TransportError } from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';
import { expect, test } from 'vitest';
import { syncConnection } from './sync-connection.js';
import {
  createLiteralShop,
  type LiteralPayment,
  literalConnection,
  literalConnector,
  literalHost,
} from './testing/literal.js';

/** A shop that was read whole, and a run over it. */
async function readShop() {
  const shop = createLiteralShop();
  const storage = createMemoryStorage();
  await storage.saveConnection(literalConnection);
  const connector = literalConnector(shop);
  let runs = 0;
  const run = (through: Storage = storage) => {
    runs += 1;
    const common = { connection: literalConnection, connector, config: {}, host: literalHost() };
    return syncConnection({ ...common, storage: through, runId: `r${runs}`, full: true });
  };
  await run();
  return { shop, storage, run };
}

const withTax = (payment: LiteralPayment) => ({ ...payment, tax: '1.00' });

test('the first complete run teaches; what differs later is told once, and the run goes on', async () => {
  const { shop, storage, run } = await readShop();
  expect(await storage.drifts()).toEqual([]);
  shop.payments = shop.payments.map((payment, index) => (index < 3 ? payment : withTax(payment)));
  expect((await run()).streams.payments).toMatchObject({ outcome: 'complete', seen: 5 });
  const told = [
    {
      connectionId: 'shop',
      stream: 'payments',
      at: '2026-02-01T12:00:00.000Z',
      kind: 'newField',
      path: 'tax',
      nativeId: 'p4',
      before: null,
      after: 'text of 4 characters',
    },
  ];
  expect(await storage.drifts()).toEqual(told);
  await run();
  expect(await storage.drifts()).toEqual(told);
  await storage.acceptDrifts(await storage.drifts());
  await run();
  expect(await storage.drifts()).toEqual([]);
});

test('of a run that breaks off no drift is lost and none is told twice', async () => {
  const { shop, storage, run } = await readShop();
  shop.payments = shop.payments.map(withTax);
  const failsAt = (commits: number): Storage => {
    let left = commits;
    return {
      ...storage,
      commit: page => {
        left -= 1;
        return left < 0 ? Promise.reject(new TransportError('the disk is full')) : storage.commit(page);
      },
    };
  };
  await run(failsAt(0));
  expect(await storage.drifts()).toEqual([]);
  await run(failsAt(1));
  expect((await storage.drifts()).map(({ nativeId }) => nativeId)).toEqual(['p1']);
  await run();
  expect((await storage.drifts()).map(({ nativeId }) => nativeId)).toEqual(['p1']);
});

test('a record that is set aside is looked at too: drift is mostly why', async () => {
  const { shop, storage, run } = await readShop();
  shop.payments = shop.payments.map(
    payment => ({ ...payment, amount: payment.id === 'p2' ? null : payment.amount }) as LiteralPayment,
  );
  shop.payments.push({ id: 'p9', modifiedAt: '2026-01-09T00:00:00Z', amount: ['?'] as unknown as string });
  await run();
  expect(await storage.setAside()).toHaveLength(2);
  expect((await storage.drifts()).map(({ path, after }) => [path, after])).toEqual([['amount', 'list of 1']]);
});
