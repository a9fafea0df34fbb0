import { empty, json, type Route } from '../../../http.js';
import { eachOf, tallyOf } from '../../records/batch.js';
import { listOfObjects } from '../../records/body.js';
import { type Fields, fixed, list, needed, text } from '../../records/fields.js';
import { createWriter, type Resource } from '../../records/resource.js';
import { named } from '../../records/v3-resource.js';
import { invalid, notFound } from '../../refusal.js';
import { v3Whole } from '../../v3.js';
import { branchBody } from '../../views/taxonomy.js';
import type { Api } from '../api.js';

const fields: Fields = { id: fixed(), name: needed(text(255)), channels: list(1) };
const writtenAtOnce = 50;

export function treeRoutes(base: string, api: Api): Route[] {
  const { categories, categoryTrees, channels } = api.records;
  const path = `${base}/v3/catalog/trees`;
  const tree: Resource = {
    path,
    collection: 'categoryTrees',
    fields,
    rows: () => categoryTrees,
    derive: (values, before) => {
      if (before && values.channels !== undefined)
        throw invalid('v3', { channels: 'The channels of a tree cannot be changed.' });
      const [channel] = (values.channels ?? []) as unknown[];
      if (!before && !channels.find(channel)) throw invalid('v3', { channels: 'The channel does not exist.' });
      if (!before && categoryTrees.all.some(row => (row.channels as unknown[]).includes(channel)))
        throw invalid('v3', { channels: `Channel ${channel} has a tree already.` });
      return values;
    },
  };
  const writer = createWriter('v3', tree);
  return [
    [`GET ${path}`, () => v3Whole(categoryTrees.all)],
    [
      `PUT ${path}`,
      async call => {
        const bodies = await listOfObjects('v3', call.request, writtenAtOnce);
        const outcome = eachOf(bodies, ({ id, ...body }) => {
          if (id === undefined) return writer.create(call, body);
          const row = categoryTrees.find(id);
          if (!row) throw notFound('v3');
          return writer.update(call, row, body);
        });
        const [first] = outcome.refused;
        if (first) throw first.refusal;
        return json({ data: outcome.done, meta: tallyOf(outcome) });
      },
    ],
    [
      `DELETE ${path}`,
      call => {
        for (const row of [...named({ ...tree, filters: { id: 'number' } }, call)]) writer.remove(call, row);
        return empty();
      },
    ],
    [
      `GET ${path}/:id/categories`,
      ({ params }) => {
        const roots = categories.all.filter(
          ({ tree_id, parent_id }) => tree_id === Number(params.id) && parent_id === 0,
        );
        if (roots.length === 0 && !categoryTrees.find(params.id)) throw notFound('v3');
        return v3Whole(roots.map(root => branchBody(root, categories.all)));
      },
    ],
  ];
}
