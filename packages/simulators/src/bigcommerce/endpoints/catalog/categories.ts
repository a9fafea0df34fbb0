import { type Call, json, type Route } from '../../../http.js';
import { eachOf, problemOf, tallyOf } from '../../records/batch.js';
import { listOfObjects } from '../../records/body.js';
import {
  choice,
  type Doc,
  type Fields,
  fixed,
  flag,
  list,
  needed,
  number,
  object,
  text,
  whole,
} from '../../records/fields.js';
import { createWriter, type Resource, type Verb } from '../../records/resource.js';
import { named, shown, v3Resource } from '../../records/v3-resource.js';
import { invalid, notFound, problem, Refusal } from '../../refusal.js';
import { categoryBody, pathOf } from '../../views/taxonomy.js';
import type { Api } from '../api.js';

const fields: Fields = {
  category_id: fixed(),
  category_uuid: fixed(),
  name: needed(text(50)),
  tree_id: whole(0),
  parent_id: whole(0),
  description: text(),
  views: whole(0),
  sort_order: number(),
  page_title: text(),
  meta_keywords: list(),
  meta_description: text(),
  layout_file: text(500),
  image_url: text(),
  is_visible: flag(true),
  search_keywords: text(255),
  default_product_sort: choice(
    'use_store_settings',
    'featured',
    'newest',
    'best_selling',
    'alpha_asc',
    'alpha_desc',
    'avg_customer_review',
    'price_asc',
    'price_desc',
  ),
  url: object(),
};

const shared = { parent_id: 'number', name: 'text', page_title: 'text', is_visible: 'flag' } as const;
const deepest = 8;
const writtenAtOnce = 50;
const uuidOf = (id: number) => `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;

/** Categories as their trees hold them. */
export function categoryResource(base: string, api: Api): Resource {
  const { categories, categoryTrees } = api.records;
  const { news, catalog } = api.shop;

  const depthOf = (row: Doc | undefined): number => (row ? 1 + depthOf(categories.find(row.parent_id)) : 0);

  const happened = (verb: Verb, { category_id: id }: Doc) => {
    news.tell(`category/${verb}`, { type: 'category', id });
    if (verb !== 'deleted') return;
    for (const product of catalog.listed.filter(({ categoryIds }) => categoryIds.includes(Number(id))))
      catalog.change(product, { categoryIds: product.categoryIds.filter(known => known !== id) });
    for (const child of categories.all.filter(({ parent_id }) => parent_id === id)) {
      categories.remove(child);
      happened('deleted', child);
    }
  };

  /** The tree is the parent's, where there is one. Brothers and sisters have different names. */
  const derive = (values: Doc, before: Doc | null): Doc => {
    const parentId = values.parent_id ?? before?.parent_id ?? 0;
    const parent = categories.find(parentId);
    if (Number(parentId) > 0 && !parent)
      throw invalid('v3', { parent_id: `The parent category ${parentId} does not exist.` });
    const treeId = parent?.tree_id ?? (values.tree_id || before?.tree_id);
    if (!treeId || !categoryTrees.find(treeId)) throw invalid('v3', { tree_id: 'tree_id or parent_id is required.' });
    if (depthOf(parent) >= deepest)
      throw invalid('v3', { parent_id: `Categories are at most ${deepest} levels deep.` });
    const name = values.name ?? before?.name;
    const twin = categories.all.some(
      row => row !== before && row.name === name && row.parent_id === parentId && row.tree_id === treeId,
    );
    if (twin) throw new Refusal(409, problem(409, `The category '${name}' exists already.`, { name: 'duplicate' }));
    const id = Number(
      before?.category_id ?? categories.all.reduce((most, row) => Math.max(most, Number(row.category_id)), 0) + 1,
    );
    return {
      ...(before
        ? {}
        : {
            category_id: id,
            category_uuid: uuidOf(id),
            url: { path: pathOf(String(name), id), is_customized: false },
          }),
      ...values,
      parent_id: parentId,
      tree_id: treeId,
    };
  };

  return {
    path: `${base}/v3/catalog/trees/categories`,
    collection: 'categories',
    key: 'category_id',
    fields,
    rows: () => categories,
    derive,
    happened,
    most: 16_000,
  };
}

export function categoryRoutes(base: string, api: Api): Route[] {
  const { categories } = api.records;
  const tree = categoryResource(base, api);
  const treeFilters = { category_id: 'number', category_uuid: 'text', tree_id: 'number', ...shared } as const;
  const writer = createWriter('v3', tree);

  /** Each row by itself: what could be written is, and the rest is told. */
  const writeMany =
    (write: (call: Call, body: Doc) => Doc, status: number, tellsRows: boolean) => async (call: Call) => {
      const bodies = await listOfObjects('v3', call.request, writtenAtOnce);
      const outcome = eachOf(bodies, body => shown(tree, api, call)(write(call, body)));
      const meta = tallyOf(outcome);
      const data = tellsRows ? { data: outcome.done } : {};
      if (outcome.refused.length === 0) return json({ ...data, meta }, status);
      const errors = problemOf(outcome);
      return outcome.done.length === 0 ? json({ errors, meta }, 422) : json({ ...data, errors, meta }, 207);
    };

  const legacy: Resource = {
    ...tree,
    path: `${base}/v3/catalog/categories`,
    key: 'category_id',
    fields: { ...fields, id: fixed(), parent_id: needed(whole(0)), custom_url: object(), url: fixed() },
    render: categoryBody,
    derive: ({ custom_url: custom, ...values }, before, call) => {
      const url = custom as { url: string; is_customized?: boolean } | undefined;
      const own = url ? { url: { path: url.url, is_customized: url.is_customized ?? true } } : {};
      return tree.derive?.({ ...values, ...own, tree_id: before?.tree_id ?? 1 }, before, call) ?? values;
    },
  };
  const legacyRows = () => categories.all.filter(({ tree_id }) => tree_id === 1);

  return [
    [`POST ${tree.path}`, writeMany((call, body) => writer.create(call, body), 201, true)],
    [
      `PUT ${tree.path}`,
      writeMany(
        (call, { category_id, ...body }) => {
          const row = categories.find(category_id);
          if (!row) throw notFound('v3');
          return writer.update(call, row, body);
        },
        200,
        false,
      ),
    ],
    [
      `DELETE ${tree.path}`,
      call => {
        const rows = [...named({ ...tree, filters: treeFilters }, call)];
        for (const row of rows) writer.remove(call, row);
        return json({ meta: { total: rows.length, success: rows.length, failed: 0 } }, 202);
      },
    ],
    ...v3Resource({ ...tree, filters: treeFilters, only: ['list'] }, api).routes,
    ...v3Resource(
      {
        ...legacy,
        rows: () => ({ ...categories, all: legacyRows() }),
        filters: { id: ['number', 'category_id'], ...shared },
        sortable: ['name', 'parent_id', 'sort_order'],
        deletesByFilter: true,
      },
      api,
    ).routes,
  ];
}
