import { type Call, empty, json, type Route } from '../../http.js';
import { readBody } from '../body.js';
import { countedPage } from '../pages.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import { touch } from '../shop/touch.js';
import type { World } from '../world.js';

/** Product sets that the shop shows together. */
export function groupRoutes(world: World): Route[] {
  const { catalog } = world.shop;
  const setOf = ({ params }: Call) => found(catalog.set(Number(params.id)));
  return [
    [
      'GET /v2/groups',
      ({ query }) => {
        const read = readQuery(query);
        const page = read.page({ max: 100, fallback: 100 });
        const brandId = read.integer('brandId');
        const name = read.text('name') ?? '';
        read.require('brandId', brandId);
        read.check();
        const names = catalog.sets.flatMap(set => (set.brandId === brandId && set.group !== null ? [set.group] : []));
        const matches = [...new Set(names)].filter(group => group.includes(name)).sort();
        return countedPage(matches, page, group => ({ name: group }));
      },
    ],
    ['GET /v2/product-set/:id/group', call => json({ name: found(setOf(call).group ?? undefined) })],
    [
      'POST /v2/product-set/:id/group',
      async call => {
        const set = setOf(call);
        const body = await readBody(call.request, 400);
        const name = body.required('name', body.text('name'), '');
        body.check();
        set.group = name;
        touch(world.shop, set, [], world.act());
        return json({ name }, 201);
      },
    ],
    [
      'DELETE /v2/product-set/:id/group',
      call => {
        const set = setOf(call);
        found(set.group ?? undefined);
        set.group = null;
        touch(world.shop, set, [], world.act());
        return empty();
      },
    ],
  ];
}
