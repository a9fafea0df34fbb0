import { expect, test } from 'vitest';
import { createMagentoClient } from '../client.js';
import { bearerConfig, refusal, type Seen, scriptedHost } from '../testing/scripted.js';

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ entity_id: from + index }));

/** A shop of `count` orders, in the order of their ids; it may not say how many are left. */
const shopOf =
  (count: number, says = (left: number): number | null => left) =>
  ({ query }: Seen) => {
    const size = Number(query.get('searchCriteria[page_size]'));
    const last = Number(query.get('searchCriteria[filter_groups][0][filters][0][value]'));
    return {
      items: numbers(last + 1, Math.min(last + size, count)),
      ...(says(count - last) === null ? {} : { total_count: says(count - last) }),
    };
  };

async function idsOf(answer: (seen: Seen) => unknown, pageSize: number) {
  const host = scriptedHost(answer);
  const ids: unknown[] = [];
  for await (const order of createMagentoClient({ ...bearerConfig, pageSize }, host).orders.iterate())
    ids.push(order.entity_id);
  return { ids, requests: host.seen.length };
}

test('each page is what follows the last record, and an empty one is the end', async () => {
  expect(await idsOf(shopOf(6), 3)).toEqual({ ids: [1, 2, 3, 4, 5, 6], requests: 3 });
  expect(
    await idsOf(
      shopOf(7, () => null),
      3,
    ),
  ).toEqual({ ids: [1, 2, 3, 4, 5, 6, 7], requests: 4 });
  expect(
    await idsOf(
      shopOf(7, () => 1),
      3,
    ),
  ).toEqual({ ids: [1, 2, 3, 4, 5, 6, 7], requests: 3 });
});

test('a page that is shorter than another was the end, where the shop counts no more', async () => {
  expect(await idsOf(shopOf(7), 3)).toEqual({ ids: [1, 2, 3, 4, 5, 6, 7], requests: 3 });
  expect(
    (
      await idsOf(
        shopOf(7, left => left + 9),
        3,
      )
    ).requests,
  ).toBe(4);
});

test('a list that knows no filters is read once', async () => {
  const all = { items: numbers(1, 5), total_count: 5 };
  expect(await idsOf(() => all, 3)).toEqual({ ids: [1, 2, 3, 4, 5], requests: 2 });
});

test('items that are null are none', async () => {
  expect(await idsOf(() => ({ items: null, total_count: 0 }), 3)).toEqual({ ids: [], requests: 1 });
});

test('the page is made as small as the shop allows, once for all requests', async () => {
  const limited = (seen: Seen) =>
    Number(seen.query.get('searchCriteria[page_size]')) > 2
      ? refusal(400, 'Die maximale pageSize ist %max', { max: 2 })
      : shopOf(5)(seen);
  expect(await idsOf(limited, 100)).toEqual({ ids: [1, 2, 3, 4, 5], requests: 4 });
});

test('one record is asked for below the address of the shop and its scope', async () => {
  const host = scriptedHost(() => ({ entity_id: 7 }));
  await createMagentoClient({ ...bearerConfig, storeCode: 'de' }, host).orders.get(7);
  expect(host.seen.map(({ path }) => path)).toEqual(['/eu/rest/de/V1/orders/7']);
});

test('of a SKU that lies at more places than a page holds, every place is read, once', async () => {
  const places = [
    { sku: 'A', source_code: 's1' },
    ...Array.from({ length: 8 }, (_, index) => ({ sku: 'B', source_code: `s${index + 1}` })),
    { sku: 'C', source_code: 's1' },
    { sku: 'C', source_code: 's2' },
  ];
  const shop = ({ query }: Seen) => {
    const filters = [0, 1].flatMap(group => {
      const of = (name: string) => query.get(`searchCriteria[filter_groups][${group}][filters][0][${name}]`) ?? '';
      return of('field') === '' ? [] : [{ field: of('field'), condition: of('condition_type'), value: of('value') }];
    });
    const left = places.filter(place =>
      filters.every(({ field, condition, value }) => {
        const cell = place[field as keyof typeof place];
        return condition === 'eq' ? cell === value : condition === 'gt' ? cell > value : cell >= value;
      }),
    );
    return { items: left.slice(0, Number(query.get('searchCriteria[page_size]'))), total_count: left.length };
  };
  const host = scriptedHost(shop);
  const read: string[] = [];
  for await (const item of createMagentoClient({ ...bearerConfig, pageSize: 3 }, host).inventory.sourceItems.iterate())
    read.push(`${item.sku} ${item.source_code}`);
  expect(read).toEqual(places.map(place => `${place.sku} ${place.source_code}`));
});

test('what tells records apart is asked for, whatever else is wanted', async () => {
  const host = scriptedHost(() => ({ items: [], total_count: 0 }));
  const client = createMagentoClient(bearerConfig, host);
  await client.inventory.sourceItems.list({ fields: ['quantity'] });
  await client.products.list({ fields: 'total_count,items[sku,options[id]]' });
  await client.orders.list({ fields: ['entity_id', 'items[sku]'] });
  expect(host.seen.map(({ query }) => query.get('fields'))).toEqual([
    'items[sku,source_code,quantity],total_count',
    'total_count,items[id,sku,options[id]]',
    'items[entity_id,items[sku]],total_count',
  ]);
});
