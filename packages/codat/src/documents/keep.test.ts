import { expect, test } from 'vitest';
import { syncedShop } from '../testing/shops.js';
import { keepDocuments } from './keep.js';
import { createDocumentKeeper } from './view.js';

test('documents are kept up with the store until the signal, also after a failure', async () => {
  const storage = await syncedShop('bigcommerce', { orders: 20 });
  const keeper = createDocumentKeeper(storage);
  const warnings: string[] = [];
  const stopping = new AbortController();
  let failures = 1;
  let pauses = 0;
  await keepDocuments(
    {
      async catchUp(mostSteps) {
        if (failures-- > 0) throw new Error('the disk is away');
        return keeper.catchUp(mostSteps);
      },
    },
    {
      async sleep() {
        pauses += 1;
        if (pauses === 2) stopping.abort();
      },
      logger: { debug() {}, info() {}, error() {}, warn: (_, message) => void warnings.push(message) },
    },
    stopping.signal,
  );
  expect(warnings).toEqual(['documents could not be made']);
  expect(await keeper.catchUp(0)).toBe(true);
});
