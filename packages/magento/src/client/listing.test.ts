import { expect, test } from 'vitest';
import { createMagentoClient } from '../client.js';
import { bearerConfig, refusal, type Seen, scriptedHost } from '../testing/scripted.js';

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ entity_id: from + index }));

/** A shop of `count` orders that shows its last page again for every page beyond it, as releases until 2.3 do. */
const repeating =
  (count: number, total: number | null) =>
  ({ query }: Seen) => {
    const size = Number(query.get('searchCriteria[page_size]'));
    const page = Math.min(Number(query.get('searchCriteria[current_page]')), Math.ceil(count / size));
    return {
      items: numbers((page - 1) * size + 1, Math.min(page * size, count)),
      ...(total === null ? {} : { total_count: total }),
    };
  };

async function idsOf(answer: (seen: Seen) => unknown, pageSize: number) {
  const host = scriptedHost(answer);
  const ids: unknown[] = [];
  for await (const order of createMagentoClient({ ...bearerConfig, pageSize }, host).orders.iterate())
    ids.push(order.entity_id);
  return { ids, requests: host.seen.length };
}

test('a last page that repeats for ever ends the list, with and without a total', async () => {
  expect(await idsOf(repeating(6, 6), 3)).toEqual({ ids: [1, 2, 3, 4, 5, 6], requests: 2 });
  expect((await idsOf(repeating(7, null), 3)).ids).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('items that are null are none', async () => {
  expect(await idsOf(() => ({ items: null, total_count: 0 }), 3)).toEqual({ ids: [], requests: 1 });
});

test('the page is made as small as the shop allows, once for all requests', async () => {
  const limited = (seen: Seen) =>
    Number(seen.query.get('searchCriteria[page_size]')) > 2
      ? refusal(400, 'Die maximale pageSize ist %max', { max: 2 })
      : repeating(5, 5)(seen);
  expect(await idsOf(limited, 100)).toEqual({ ids: [1, 2, 3, 4, 5], requests: 4 });
});

test('one record is asked for below the address of the shop and its scope', async () => {
  const host = scriptedHost(() => ({ entity_id: 7 }));
  await createMagentoClient({ ...bearerConfig, storeCode: 'de' }, host).orders.get(7);
  expect(host.seen.map(({ path }) => path)).toEqual(['/eu/rest/de/V1/orders/7']);
});
