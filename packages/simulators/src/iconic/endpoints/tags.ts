import { json, type Route } from '../../http.js';
import { productTags, tagsOf } from '../catalog/tags.js';
import { countedPage } from '../pages.js';
import { readQuery } from '../query.js';
import { seller } from '../seller.js';
import type { World } from '../world.js';
import { namedSetIds } from './named-sets.js';

export const tagRoutes = (world: World): Route[] => [
  ['GET /v2/tags/product-tags', () => json(productTags)],
  [
    // A row a tag; a set without any, and one of another seller, has a row of nulls.
    'GET /v2/product-sets/tags',
    call =>
      json(
        namedSetIds(call).flatMap(productSetId => {
          const set = world.shop.catalog.set(productSetId);
          const tags = set ? tagsOf(set) : [];
          const rows = tags.length === 0 ? [{ id: null, name: null }] : tags;
          return rows.map(({ id, name }) => ({ tagId: id, tagName: name, productSetId }));
        }),
      ),
  ],
  [
    'GET /v2/tags/sellers',
    ({ query }) => {
      const read = readQuery(query);
      const page = read.page({ max: 100 });
      read.check();
      return countedPage([seller], page, ({ id }) => ({ sellerId: id, tags: ['marketplace'] }));
    },
  ],
];
