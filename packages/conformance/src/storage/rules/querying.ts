import assert from 'node:assert/strict';
import type { Filter, ListPosition, ListQuery, Order, Storage, Stored } from '@cartograph/core';
import type { StorageRules } from '../rule.js';
import { connectionOf, customerOf, minute, orderOf, pageOf, paymentOf, yielding } from '../samples.js';

const line = (sku: string): Order['lines'][number] => ({
  ...{ id: sku, productId: null, variantId: null, sku, name: null, status: null, statusRaw: null },
  ...{ quantity: '1', quantityFulfilled: null, quantityCanceled: null, quantityRefunded: null, unitPrice: '1' },
  ...{ discount: '0', discounts: [], tax: '0', taxes: [], total: '1', isGiftCard: false, requiresShipping: null },
});

const totals = { tax: '0', discount: '0', gratuity: '0', refunded: null, net: null, paid: null, due: null };
const grand = (amount: string): Pick<Order, 'totals'> => ({
  totals: { ...totals, grand: amount, platformTotal: amount },
});

/** In both connections four orders, placed at 10, 30, 20 and never, of rising and falling amounts; `d` is deleted in `other`. */
async function fill(storage: Storage): Promise<void> {
  const orders = [
    orderOf('a', { placedAt: minute(10), ...grand('9.5'), lines: [line('red'), line('blue')], status: 'completed' }),
    orderOf('b', { placedAt: minute(30), ...grand('-10'), lines: [line('blue')] }),
    orderOf('c', { placedAt: minute(20).replace('.000Z', 'Z'), ...grand('100.25'), status: 'completed' }),
    orderOf('d', { placedAt: null, ...grand('-10.5'), lines: [line('red'), line('red')] }),
  ];
  for (const connectionId of ['shop', 'other']) {
    await storage.saveConnection(connectionOf(connectionId));
    const natives = orders.map(order =>
      yielding(order.record.id, order, paymentOf(`p${order.record.id}`, order.record.id)),
    );
    await storage.commit(
      pageOf([...natives, yielding('x', customerOf('x', { email: 'jo@shop.example' }))], { connectionId }),
    );
  }
  await storage.commit(pageOf([yielding('d')], { connectionId: 'other', at: minute(5) }));
}

type Asked = Partial<ListQuery>;

type Shown = Readonly<Partial<Record<'id' | keyof Stored, unknown>>>;

async function ask(storage: Storage, asked: Asked): Promise<readonly Shown[]> {
  const page = await storage.query({ resource: 'orders', limit: 100, ...asked });
  const text = Buffer.from(page.records).toString();
  const records: Shown[] = JSON.parse(text);
  assert.equal(text, JSON.stringify(records), 'numbers and letters are written as JavaScript writes them');
  assert.equal(page.count, records.length);
  return records;
}

const idsOf = async (storage: Storage, asked: Asked) => (await ask(storage, asked)).map(({ id }) => id).join('');
const inShop = { connections: ['shop'] } as const;
const where = (...filters: Filter[]): Asked => ({ ...inShop, filters });

async function pagesOf(
  storage: Storage,
  query: ListQuery,
  between: (page: number) => Promise<void>,
): Promise<unknown[]> {
  const seen: unknown[] = [];
  let after: ListPosition | null = null;
  for (let page = 1; page === 1 || after !== null; page++) {
    const { records, next } = await storage.query({ ...query, after });
    seen.push(...JSON.parse(Buffer.from(records).toString()));
    await between(page);
    after = next;
    assert.ok(page < 50, 'the pages come to an end');
  }
  return seen;
}

const asking = (storage: Storage, change: (query: ListQuery) => ListQuery): Storage => ({
  ...storage,
  query: query => storage.query(change(query)),
});

const without = (storage: Storage, operator: Filter['operator']): Storage =>
  asking(storage, query => ({
    ...query,
    filters: (query.filters ?? []).filter(filter => filter.operator !== operator),
  }));

export const queryingRules = {
  'a query shows the records of all connections or of some, as they are stored': {
    async holds(storage) {
      await fill(storage);
      assert.deepEqual(await ask(storage, { resource: 'customers', ...inShop }), [
        await storage.record('shop', 'customers', 'x'),
      ]);
      assert.equal((await ask(storage, {})).length, 7);
      assert.equal((await ask(storage, { connections: ['shop', 'other', 'shop'] })).length, 7);
      assert.deepEqual(await ask(storage, { connections: ['nobody'] }), []);
      assert.deepEqual(await ask(storage, { connections: [] }), []);
    },
    broken: storage => asking(storage, ({ connections: _, ...query }) => query),
  },

  'what storage adds to a record is listed as it is read alone: by another mapper, deleted and restored': {
    async holds(storage) {
      await fill(storage);
      const status = async (query: Asked) => {
        const listed = await ask(storage, { ...query, includeDeleted: true });
        for (const one of listed)
          assert.deepEqual(one, await storage.record(String(one.connectionId), 'orders', String(one.id)));
        return listed.map(one => [one.mapperVersion, one.syncedAt, one.deletedAt, one.deletedBecause]);
      };
      const fresh = [1, minute(1), null, null];
      const other: Asked = { connections: ['other'] };
      assert.deepEqual(await status(other), [fresh, fresh, fresh, [1, minute(5), minute(5), 'not yielded']]);
      const d = orderOf('d', { note: 'back' });
      const again = [yielding('d', d)];
      await storage.commit(pageOf(again, { connectionId: 'other', at: minute(6) }));
      await storage.commit(pageOf(again, { connectionId: 'other', at: minute(7), mapperVersion: 2 }));
      assert.deepEqual(await status(other), [fresh, fresh, fresh, [2, minute(6), null, null]]);
    },
    broken: storage => asking(storage, ({ includeDeleted: _, ...query }) => query),
  },

  'a query sorts by time, and by amounts as numbers; what is absent is before everything': {
    async holds(storage) {
      await fill(storage);
      assert.equal(await idsOf(storage, inShop), 'bcad');
      assert.equal(await idsOf(storage, { ...inShop, sort: { field: 'placedAt', descending: false } }), 'dacb');
      assert.equal(await idsOf(storage, { ...inShop, sort: { field: 'total', descending: false } }), 'dbac');
      assert.equal(await idsOf(storage, { ...inShop, sort: { field: 'total', descending: true } }), 'cabd');
    },
    broken: storage => asking(storage, ({ sort: _, ...query }) => query),
  },

  'records of the same time come in the order of id and connection': {
    async holds(storage) {
      await fill(storage);
      const asked: Asked = { resource: 'payments', sort: { field: 'createdAt', descending: false } };
      const found = (await ask(storage, asked)).map(({ id, connectionId }) => `${id} ${connectionId}`);
      const names = ['pa other', 'pa shop', 'pb other', 'pb shop', 'pc other', 'pc shop', 'pd shop'];
      assert.deepEqual(found, names);
      const last = (await ask(storage, { ...asked, sort: { field: 'createdAt', descending: true } })).map(
        ({ id }) => id,
      );
      assert.deepEqual(last, names.map(name => name.slice(0, 2)).reverse());
    },
    broken: storage => asking(storage, query => ({ ...query, sort: { field: 'createdAt', descending: true } })),
  },

  'a filter by values finds what has one of them, each record once': {
    async holds(storage) {
      await fill(storage);
      assert.equal(await idsOf(storage, where({ field: 'status', operator: 'in', values: ['completed'] })), 'ca');
      assert.equal(
        await idsOf(storage, where({ field: 'status', operator: 'in', values: ['open', 'completed', 'open'] })),
        'bcad',
      );
      assert.equal(await idsOf(storage, where({ field: 'sku', operator: 'in', values: ['red', 'blue'] })), 'bad');
      assert.equal(await idsOf(storage, where({ field: 'sku', operator: 'in', values: ["red' OR 1=1 --"] })), '');
      assert.equal(await idsOf(storage, where({ field: 'id', operator: 'in', values: ['c', 'z'] })), 'c');
      assert.equal(await idsOf(storage, where({ field: 'guest', operator: 'in', values: ['false'] })), '');
      assert.equal(await idsOf(storage, where({ field: 'total', operator: 'in', values: ['9.5'] })), 'a');
      assert.equal(await idsOf(storage, where({ field: 'sku', operator: 'in', values: [] })), '');
    },
    broken: storage => without(storage, 'in'),
  },

  'all filters of a query hold': {
    async holds(storage) {
      await fill(storage);
      const completed: Filter = { field: 'status', operator: 'in', values: ['completed'] };
      assert.equal(await idsOf(storage, where(completed, { field: 'sku', operator: 'in', values: ['red'] })), 'a');
      assert.equal(await idsOf(storage, where(completed, { field: 'total', operator: 'gt', value: '10' })), 'c');
      assert.equal(await idsOf(storage, { ...where(completed), sort: { field: 'total', descending: false } }), 'ac');
    },
    broken: storage => asking(storage, query => ({ ...query, filters: (query.filters ?? []).slice(0, 1) })),
  },

  'bounds hold for instants however their fraction is written, and for amounts as numbers': {
    async holds(storage) {
      await fill(storage);
      const placed = (operator: 'gte' | 'gt' | 'lte' | 'lt', value: string) =>
        idsOf(storage, where({ field: 'placedAt', operator, value }));
      assert.equal(await placed('gte', minute(20)), 'bc');
      assert.equal(await placed('gt', minute(20)), 'b');
      assert.equal(await placed('lte', minute(20)), 'ca');
      assert.equal(await placed('lte', minute(10).replace('.000Z', 'Z')), 'a');
      assert.equal(await placed('lt', minute(10).replace('.000Z', 'Z')), '');
      const total = (operator: 'gte' | 'gt' | 'lte' | 'lt', value: string) =>
        idsOf(storage, {
          ...where({ field: 'total', operator, value }),
          sort: { field: 'sourceModifiedAt', descending: false },
        });
      assert.equal(await total('gt', '9.5'), 'c');
      assert.equal(await total('gte', '-10'), 'abc');
      assert.equal(await total('lt', '0'), 'bd');
      assert.equal(await total('lte', '-10.5'), 'd');
    },
    broken: storage =>
      asking(storage, query => ({
        ...query,
        filters: (query.filters ?? []).map(filter =>
          filter.operator === 'lte' ? { ...filter, operator: 'lt' } : filter,
        ),
      })),
  },

  'a filter tells what is there from what is absent': {
    async holds(storage) {
      await fill(storage);
      const has = (field: string, value: boolean) => idsOf(storage, where({ field, operator: 'exists', value }));
      assert.equal(await has('placedAt', false), 'd');
      assert.equal(await has('placedAt', true), 'bca');
      assert.equal(await has('sku', false), 'c');
      assert.equal(await has('sku', true), 'bad');
      assert.equal(await has('customerId', true), '');
      assert.equal(await has('customerId', false), 'bcad');
    },
    broken: storage => without(storage, 'exists'),
  },

  'a query shows only the fields that it names': {
    async holds(storage) {
      await fill(storage);
      const filters: Filter[] = [{ field: 'id', operator: 'in', values: ['a'] }];
      assert.deepEqual(
        await ask(storage, { ...inShop, filters, fields: ['number', 'customer', 'deletedAt', 'connectionId', 'note'] }),
        [
          {
            number: 'a',
            customer: { id: null, guest: true, name: null, email: null, phone: null },
            deletedAt: null,
            connectionId: 'shop',
            note: null,
          },
        ],
      );
    },
    broken: storage => asking(storage, ({ fields: _, ...query }) => query),
  },

  'a list stands between the texts that were asked for when it was known where the next page begins': {
    async holds(storage) {
      await fill(storage);
      for (const [limit, isLast] of [
        [2, false],
        [4, true],
      ] as const) {
        const told: (ListPosition | null)[] = [];
        const query: ListQuery = { resource: 'orders', ...inShop, limit };
        const plain = await storage.query(query);
        const { records, next } = await storage.query({
          ...query,
          around(next) {
            told.push(next);
            return ['{"é":', '}'];
          },
        });
        assert.equal(Buffer.from(records).toString(), `{"é":${Buffer.from(plain.records).toString()}}`);
        assert.deepEqual(told, [next]);
        assert.equal(next === null, isLast);
      }
    },
    broken: storage => asking(storage, ({ around: _, ...query }) => query),
  },

  'a query shows deleted records when it is asked for them, and only then': {
    async holds(storage) {
      await fill(storage);
      const asked: Asked = { connections: ['other'] };
      assert.equal(await idsOf(storage, asked), 'bca');
      assert.equal(await idsOf(storage, { ...asked, includeDeleted: true }), 'bcad');
    },
    broken: storage => asking(storage, query => ({ ...query, includeDeleted: true })),
  },

  'what is written is found by the next query, and what was there before by its new values alone': {
    async holds(storage) {
      await fill(storage);
      const red = where({ field: 'sku', operator: 'in', values: ['red'] });
      const completed = where({ field: 'status', operator: 'in', values: ['completed'] });
      assert.deepEqual([await idsOf(storage, red), await idsOf(storage, completed)], ['ad', 'ca']);
      const changed = orderOf('a', { placedAt: minute(40), lines: [line('green')] });
      const added = orderOf('e', { placedAt: minute(35), lines: [line('red')], status: 'completed' });
      await storage.commit(pageOf([yielding('a', changed), yielding('e', added)], { at: minute(6) }));
      assert.deepEqual([await idsOf(storage, red), await idsOf(storage, completed)], ['ed', 'ec']);
      assert.equal(await idsOf(storage, inShop), 'aebcd');
    },
    broken(storage) {
      const known = new Map<string, ReturnType<Storage['query']>>();
      return {
        ...storage,
        query(query) {
          const key = JSON.stringify(query);
          const answer = known.get(key) ?? storage.query(query);
          known.set(key, answer);
          return answer;
        },
      };
    },
  },

  'pages follow one another while records come, change and go: those that stay come once': {
    async holds(storage) {
      await storage.saveConnection(connectionOf('shop'));
      await storage.saveConnection(connectionOf('other'));
      const ids = Array.from({ length: 30 }, (_, index) => String(100 + index));
      for (const connectionId of ['shop', 'other']) {
        const orders = ids.map((id, index) => yielding(id, orderOf(id, { placedAt: minute(index % 4) })));
        await storage.commit(pageOf(orders, { connectionId }));
      }
      for (const descending of [true, false]) {
        const query: ListQuery = {
          resource: 'orders',
          limit: 7,
          sort: { field: 'placedAt', descending },
          fields: ['id', 'connectionId'],
        };
        const seen = await pagesOf(storage, query, async page => {
          const name = `new-${page}-${descending}`;
          const placedAt = minute(descending ? 50 : -50);
          await storage.commit(pageOf([yielding(name, orderOf(name, { placedAt }))], { at: minute(10) }));
        });
        const all = ['other', 'shop'].flatMap(connectionId => ids.map(id => `${connectionId} ${id}`));
        const names = (seen as { connectionId: string; id: string }[]).map(
          ({ id, connectionId }) => `${connectionId} ${id}`,
        );
        assert.deepEqual(names.filter(name => !name.includes('new')).toSorted(), all);
      }
    },
    broken(storage) {
      let skipped = 0;
      return {
        ...storage,
        async query({ limit, after, ...query }) {
          skipped = after ? skipped + limit : 0;
          const all = await storage.query({ ...query, limit: 1000 });
          const records: unknown[] = JSON.parse(Buffer.from(all.records).toString()).slice(skipped, skipped + limit);
          const next = skipped + limit < all.count ? { connectionId: 'shop', key: String(skipped) } : null;
          return { records: Buffer.from(JSON.stringify(records)), count: records.length, next };
        },
      };
    },
  },
} satisfies StorageRules;
