import assert from 'node:assert/strict';
import type {
  Document,
  DocumentCondition,
  DocumentField,
  DocumentQuery,
  DocumentWrite,
  Storage,
} from '@cartograph/core';
import { isCommerceError } from '@cartograph/core';
import type { StorageRules } from '../rule.js';
import { connectionOf, minute } from '../samples.js';

const named = (id: string, connectionId = 'shop', collection = 'orders') => ({ collection, connectionId, id });

function documentOf(id: string, body: object, at = minute(1), connectionId = 'shop'): Document {
  return { ...named(id, connectionId), modifiedAt: at, body: JSON.stringify({ id, ...body }) };
}

const start: DocumentWrite = { view: 'wire', from: null, to: { version: 1, sequence: 1 }, put: [], remove: [] };

/** Documents of the connections `shop` and `other`, whose parts differ in case, letters, kinds and fractions of a second. */
async function fill(storage: Storage): Promise<void> {
  for (const id of ['shop', 'other']) await storage.saveConnection(connectionOf(id));
  const put = [
    documentOf(
      'a',
      { name: 'Ärmel', total: 9.5, paid: true, due: '2026-01-31T09:00:00Z', of: { id: 'K1' } },
      minute(3),
    ),
    documentOf('B', { name: 'ärmel lang', total: 100, paid: false, due: '2026-01-31T09:00:00.500Z', of: { id: 'k1' } }),
    documentOf('c', { total: -10, due: '2026-02-01T00:00:00Z', of: {} }, minute(2)),
    documentOf('d', { name: 'x', total: '50', of: 'k1', "it's": 1 }, minute(4).replace('.000Z', 'Z')),
  ];
  await storage.writeDocuments({ ...start, put: [...put, documentOf('a', { name: 'else' }, minute(1), 'other')] });
}

const field = (path: string, kind: DocumentField['kind'] = 'text'): DocumentField => ({ path: path.split('.'), kind });
type Compare = Extract<DocumentCondition, { kind: 'compare' }>;
const where = (field: DocumentField, operator: Compare['operator'], value: Compare['value']): DocumentCondition => ({
  kind: 'compare',
  ...{ field, operator, value },
});

const inShop: DocumentQuery = { view: 'wire', collection: 'orders', connectionId: 'shop', offset: 0, limit: 100 };

async function ask(storage: Storage, asked: Partial<DocumentQuery>): Promise<readonly { readonly id: string }[]> {
  const page = await storage.queryDocuments({ ...inShop, ...asked });
  const found: readonly { readonly id: string }[] = JSON.parse(Buffer.from(page.documents).toString());
  assert.equal(page.count, found.length);
  return found;
}

const idsOf = async (storage: Storage, asked: Partial<DocumentQuery>): Promise<string> =>
  (await ask(storage, asked)).map(({ id }) => id).join('');
const idsWhere = (storage: Storage, ...condition: Parameters<typeof where>) =>
  idsOf(storage, { where: where(...condition) });

const asking = (storage: Storage, change: (query: DocumentQuery) => DocumentQuery): Storage => ({
  ...storage,
  queryDocuments: query => storage.queryDocuments(change(query)),
});

const comparing = (storage: Storage, change: (compare: Compare) => Compare): Storage =>
  asking(storage, query => {
    const changed = (condition: DocumentCondition): DocumentCondition =>
      condition.kind === 'compare' ? change(condition) : { ...condition, terms: condition.terms.map(changed) };
    return { ...query, where: query.where ? changed(query.where) : null };
  });

const conflict = (error: unknown): boolean => isCommerceError(error) && error.code === 'conflict';

export const documentRules: StorageRules = {
  'a document is shown as the text that was written, until it is written anew or removed': {
    async holds(storage) {
      await fill(storage);
      const odd = { ...documentOf('e', {}), body: '{ "id":"e", "total": 1.10 }' };
      const put = [odd, documentOf('a', { name: 'new' })];
      const to = { version: 1, sequence: 2 };
      await storage.writeDocuments({ ...start, from: start.to, to, put, remove: [named('B'), named('nobody')] });
      assert.equal(await storage.document('wire', named('e')), odd.body);
      assert.equal(await storage.document('wire', named('a')), '{"id":"a","name":"new"}');
      assert.equal(await storage.document('wire', named('B')), null);
      assert.equal(await storage.document('wire', named('a', 'other')), '{"id":"a","name":"else"}');
      assert.equal(await storage.document('wire', named('a', 'shop', 'products')), null);
      assert.equal(await storage.document('another', named('a')), null);
      assert.deepEqual(await storage.viewPosition('wire'), to);
    },
    broken: storage => ({
      ...storage,
      writeDocuments: write => storage.writeDocuments({ ...write, remove: [] }),
    }),
  },

  'a view that another writer moved is not written': {
    async holds(storage) {
      await fill(storage);
      assert.equal(await storage.viewPosition('another'), null);
      const late = { ...start, to: { version: 1, sequence: 5 }, put: [documentOf('late', {})] };
      for (const from of [null, { version: 1, sequence: 0 }, { version: 2, sequence: 1 }])
        await assert.rejects(storage.writeDocuments({ ...late, from }), conflict);
      assert.equal(await storage.document('wire', named('late')), null);
      assert.deepEqual(await storage.viewPosition('wire'), start.to);
    },
    broken: storage => ({
      ...storage,
      writeDocuments: async write => storage.writeDocuments({ ...write, from: await storage.viewPosition(write.view) }),
    }),
  },

  'a view of another version begins without documents': {
    async holds(storage) {
      await fill(storage);
      await storage.writeDocuments({ ...start, view: 'another', put: [documentOf('z', {})] });
      const to = { version: 2, sequence: 0 };
      await storage.writeDocuments({ ...start, from: start.to, to, put: [documentOf('n', {})] });
      assert.equal(await idsOf(storage, {}), 'n');
      assert.equal(await idsOf(storage, { connectionId: 'other' }), '');
      assert.equal(await idsOf(storage, { view: 'another' }), 'z');
    },
    broken: storage => ({
      ...storage,
      writeDocuments: write =>
        storage.writeDocuments({ ...write, to: { ...write.to, version: write.from?.version ?? write.to.version } }),
    }),
  },

  'documents go with their connection, and none is kept of one that is not there': {
    async holds(storage) {
      await fill(storage);
      await storage.deleteConnection('shop', minute(9));
      const write = { ...start, from: start.to, to: { version: 1, sequence: 3 } };
      await storage.writeDocuments({ ...write, put: [documentOf('late', {})] });
      await storage.saveConnection(connectionOf('shop'));
      assert.equal(await idsOf(storage, {}), '');
      assert.equal(await idsOf(storage, { connectionId: 'other' }), 'a');
    },
    broken: storage => ({ ...storage, deleteConnection: async () => {} }),
  },

  'documents are found by texts without regard to case, and by what a text contains': {
    async holds(storage) {
      await fill(storage);
      assert.equal(await idsWhere(storage, field('name'), '=', 'ÄRMEL'), 'a');
      assert.equal(await idsWhere(storage, field('name'), '~', 'äRM'), 'Ba');
      assert.equal(await idsWhere(storage, field('name'), '~', '%'), '');
      assert.equal(await idsWhere(storage, field('of.id'), '=', 'K1'), 'Ba');
      assert.equal(await idsWhere(storage, { path: 'id', kind: 'text' }, '=', 'b'), 'B');
      assert.equal(await idsWhere(storage, field('name'), '=', "x' OR 1=1 --"), '');
      assert.equal(await idsWhere(storage, field("it's", 'number'), '=', 1), 'd');
    },
    broken: storage =>
      comparing(storage, compare => (compare.operator === '~' ? { ...compare, operator: '=' } : compare)),
  },

  'documents are found by numbers, by flags and by instants however their fraction is written': {
    async holds(storage) {
      await fill(storage);
      const total = field('total', 'number');
      assert.equal(await idsWhere(storage, total, '>', 9.5), 'B');
      assert.equal(await idsWhere(storage, total, '>=', 9.5), 'Ba');
      assert.equal(await idsWhere(storage, total, '<', 9.5), 'c');
      assert.equal(await idsWhere(storage, total, '<=', 9.5), 'ac');
      assert.equal(await idsWhere(storage, total, '=', 100), 'B');
      assert.equal(await idsWhere(storage, field('paid', 'boolean'), '=', false), 'B');
      const due = field('due', 'date');
      assert.equal(await idsWhere(storage, due, '=', minute(0)), 'a');
      assert.equal(await idsWhere(storage, due, '>', minute(0)), 'Bc');
      assert.equal(await idsWhere(storage, due, '<=', minute(0).replace('.000Z', '.500Z')), 'Ba');
      const modified = { path: 'modifiedAt', kind: 'date' } as const;
      assert.equal(await idsWhere(storage, modified, '>=', minute(3)), 'ad');
      assert.equal(await idsWhere(storage, modified, '=', minute(4)), 'd');
    },
    broken: storage =>
      comparing(storage, compare => (compare.operator === '>=' ? { ...compare, operator: '>' } : compare)),
  },

  'what a document does not have, or has of another kind, is unequal to everything and nothing else': {
    async holds(storage) {
      await fill(storage);
      assert.equal(await idsWhere(storage, field('name'), '!=', 'x'), 'Bac');
      assert.equal(await idsWhere(storage, field('paid', 'boolean'), '!=', true), 'Bcd');
      assert.equal(await idsWhere(storage, field('total', 'number'), '!=', 100), 'acd');
      assert.equal(await idsWhere(storage, field('total', 'number'), '<', 1000), 'Bac');
      assert.equal(await idsWhere(storage, field('of.id'), '!=', 'k1'), 'cd');
      assert.equal(await idsWhere(storage, field('of.id.deep'), '=', 'k1'), '');
    },
    broken: storage =>
      comparing(storage, compare => (compare.operator === '!=' ? { ...compare, operator: '=' } : compare)),
  },

  'conditions are combined as their tree says': {
    async holds(storage) {
      await fill(storage);
      const a = where(field('name'), '~', 'ärmel');
      const b = where(field('total', 'number'), '<', 50);
      const c = where(field('name'), '=', 'x');
      const both: DocumentCondition = { kind: 'and', terms: [a, b] };
      assert.equal(await idsOf(storage, { where: both }), 'a');
      assert.equal(await idsOf(storage, { where: { kind: 'or', terms: [both, c] } }), 'ad');
      const either: DocumentCondition = { kind: 'or', terms: [b, c] };
      assert.equal(await idsOf(storage, { where: { kind: 'and', terms: [a, either] } }), 'a');
    },
    broken: storage =>
      asking(storage, query => ({
        ...query,
        where: query.where?.kind === 'or' ? { ...query.where, kind: 'and' } : (query.where ?? null),
      })),
  },

  'documents are sorted by a value, then by id; absent values come first, or last when descending': {
    async holds(storage) {
      await fill(storage);
      const by = (field: DocumentField, descending = false) => idsOf(storage, { sort: { field, descending } });
      assert.equal(await by(field('total', 'number')), 'dcaB');
      assert.equal(await by(field('total', 'number'), true), 'Bacd');
      assert.equal(await by(field('name')), 'cdaB');
      assert.equal(await by(field('of.id')), 'cdBa');
      assert.equal(await by(field('of.id'), true), 'Bacd');
      assert.equal(await by(field('due', 'date')), 'daBc');
      assert.equal(await by({ path: 'modifiedAt', kind: 'date' }, true), 'dacB');
      assert.equal(await idsOf(storage, {}), 'Bacd');
    },
    broken: storage => asking(storage, ({ sort: _, ...query }) => query),
  },

  'how many there are stays true whatever is written, written again, removed and forgotten': {
    async holds(storage) {
      for (const id of ['shop', 'other']) await storage.saveConnection(connectionOf(id));
      const count = async (connectionId: string): Promise<void> => {
        const all = { view: 'wire', collection: 'orders', connectionId, offset: 0, limit: 100 };
        const { total, count } = await storage.queryDocuments(all);
        assert.equal(total, count);
      };
      let from: DocumentWrite['from'] = null;
      const write = async (parts: Partial<DocumentWrite>, version = 1) => {
        const to = { version, sequence: (from?.sequence ?? 0) + 1 };
        await storage.writeDocuments({ ...start, from, to, ...parts });
        from = to;
        for (const connectionId of ['shop', 'other', 'nobody']) await count(connectionId);
      };
      await write({ put: [documentOf('a', {}), documentOf('b', {}), documentOf('a', {}, minute(1), 'other')] });
      await write({ put: [documentOf('a', { more: 1 }), documentOf('c', {}, minute(1), 'nobody')] });
      await write({ remove: [named('a'), named('never')], put: [documentOf('d', {}), documentOf('d', {})] });
      await write({ put: [documentOf('e', {})] }, 2);
      await storage.deleteConnection('shop', minute(9));
      await count('shop');
    },
    broken(storage) {
      const totals = new Map<string, number>();
      return {
        ...storage,
        async queryDocuments(query) {
          const page = await storage.queryDocuments(query);
          const most = Math.max(page.total, totals.get(query.connectionId) ?? 0);
          totals.set(query.connectionId, most);
          return { ...page, total: most };
        },
      };
    },
  },

  'a page has so many documents from its place on, and tells how many there are in all': {
    async holds(storage) {
      await fill(storage);
      const page = await storage.queryDocuments({ ...inShop, offset: 1, limit: 2 });
      assert.deepEqual([page.count, page.total], [2, 4]);
      assert.equal(await idsOf(storage, { offset: 1, limit: 2 }), 'ac');
      assert.equal(await idsOf(storage, { offset: 4, limit: 2 }), '');
      const beyond = await storage.queryDocuments({
        ...inShop,
        ...{ offset: 9, limit: 2, where: where(field('name'), '~', 'ä') },
      });
      assert.deepEqual([beyond.count, beyond.total], [0, 2]);
    },
    broken: storage => asking(storage, query => ({ ...query, offset: 0 })),
  },
};
