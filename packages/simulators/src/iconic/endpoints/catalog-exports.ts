import { type Call, json, type Route } from '../../http.js';
import { imagesOf } from '../catalog/images.js';
import { quantityOf } from '../catalog/product-set.js';
import { csv } from '../jobs.js';
import { readQuery } from '../query.js';
import type { World } from '../world.js';
import { startedBody } from './exports.js';
import { readSetFilters } from './product-sets.js';

function readExport(world: World, { query }: Call) {
  const read = readQuery(query, 422);
  const passes = readSetFilters(read, query);
  const attributeSetId = read.integer('attributeSetId');
  const onlyWithMissingImage = read.flag('onlyWithMissingImage') ?? false;
  const format = read.choice('format', ['csv', 'xlsx']) ?? 'csv';
  read.check();
  const sets = () =>
    world.shop.catalog.sets.filter(
      set =>
        passes(set) &&
        (attributeSetId === undefined || set.attributeSetId === attributeSetId) &&
        (!onlyWithMissingImage || imagesOf(set).length === 0),
    );
  return { sets, format };
}

export const catalogExportRoutes = (world: World): Route[] => [
  [
    'GET /v2/export-products',
    call => {
      const { sets, format } = readExport(world, call);
      const content = () =>
        csv(
          ['SellerSku', 'Name', 'Variation', 'Status', 'Quantity'],
          sets().flatMap(set =>
            set.variants.map(variant => [
              variant.sellerSku,
              variant.name ?? set.name,
              variant.size,
              variant.status,
              quantityOf(variant),
            ]),
          ),
        );
      return json(startedBody(world.jobs.start('products', format, content)));
    },
  ],
  [
    'GET /v2/export-images',
    call => {
      const { sets, format } = readExport(world, call);
      const content = () =>
        csv(
          ['SellerSku', 'Position', 'Image'],
          sets().flatMap(set => imagesOf(set).map(({ position, url }) => [set.variants[0]?.sellerSku, position, url])),
        );
      return json(startedBody(world.jobs.start('images', format, content)), 201);
    },
  ],
];
