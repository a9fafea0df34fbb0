import { createMemoryStorage } from '@cartograph/storage';
import { expect, test } from 'vitest';
import { retrySetAside } from './retry-set-aside.js';
import { syncConnection } from './sync-connection.js';
import { createLiteralShop, literalConnection, literalConnector, literalHost } from './testing/literal.js';

test('after a better mapping the records set aside come in from their stored bodies, with no request', async () => {
  const shop = createLiteralShop();
  shop.payments = shop.payments.map(payment => ({
    ...payment,
    amount: payment.id === 'p3' ? '1e1' : payment.id === 'p4' ? '?' : '10',
  }));
  const storage = createMemoryStorage();
  await storage.saveConnection(literalConnection);
  const connector = literalConnector(shop);
  const common = { connection: literalConnection, connector, storage };
  await syncConnection({ ...common, config: {}, host: literalHost(), runId: 'r1' });
  const before = await storage.checkpoint('shop', 'payments');

  const better = {
    ...connector,
    normalize: (native: Parameters<typeof connector.normalize>[0], context: typeof connector.emptyShop) => {
      const body = native.body as { amount: string };
      return connector.normalize({ ...native, body: { ...body, amount: body.amount.replace('1e1', '10') } }, context);
    },
  };
  const retried = await retrySetAside({ ...common, connector: better, host: literalHost(), runId: 'r2' });
  expect(retried).toMatchObject({ recovered: 1, stillSetAside: [{ native: { id: 'p4' } }] });
  expect(await storage.record('shop', 'payments', 'p3')).toMatchObject({ amount: '10' });
  expect(await storage.checkpoint('shop', 'payments')).toEqual(before);
  expect(shop.queries).toHaveLength(1);
});
