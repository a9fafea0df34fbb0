import { json, type Route } from '../../http.js';
import { type BrandRecord, brands } from '../catalog/brands.js';
import { universalText } from '../dates.js';
import { countedPage, sorted } from '../pages.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import { uuid } from '../seeded.js';
import type { World } from '../world.js';

const createdAt = ({ id }: BrandRecord) => Date.UTC(2019, 5, 3) + id * 86_400_000;

const sorts = {
  createdAt,
  updatedAt: createdAt,
  name: (brand: BrandRecord) => brand.name,
};

export function brandRoutes(world: World): Route[] {
  const uuidOf = ({ id }: BrandRecord) => uuid(world.shop.seeded('uuid', id));
  const body = (brand: BrandRecord) =>
    world.serve('brands', brand.id, {
      id: brand.id,
      srcId: null,
      uuid: uuidOf(brand),
      name: brand.name,
      status: brand.active ? 'active' : 'inactive',
      isActive: brand.active,
      isApproved: true,
      isRestricted: brand.restricted,
      countries: brand.countries,
      createdAt: universalText(createdAt(brand)),
      updatedAt: universalText(createdAt(brand)),
    });
  const one = (id: string | undefined) => found(brands.find(brand => String(brand.id) === id));
  return [
    [
      'GET /v2/brands',
      ({ query }) => {
        const read = readQuery(query);
        const page = read.page({ max: 1000 });
        const name = read.text('name')?.toLowerCase() ?? '';
        const ids = read.integers('brandIds');
        const uuids = read.texts('brandUuids');
        const inaccessibleToo = read.flag('includeInaccessible') ?? false;
        const restrictedOnly = read.flag('restrictedOnly') ?? false;
        const sort = read.choice('sort', ['createdAt', 'updatedAt', 'name']) ?? 'createdAt';
        const direction = read.choice('sortDir', ['asc', 'desc']) ?? 'asc';
        read.check();
        const matches = brands.filter(
          brand =>
            brand.name.toLowerCase().includes(name) &&
            (ids?.includes(brand.id) ?? true) &&
            (uuids?.includes(uuidOf(brand)) ?? true) &&
            (inaccessibleToo || !brand.restricted) &&
            (!restrictedOnly || brand.restricted),
        );
        return countedPage(
          sorted(matches, sorts[sort], brand => brand.id, direction),
          page,
          body,
        );
      },
    ],
    ['GET /v2/brands/:id', ({ params }) => json(body(one(params.id)))],
    [
      // No attributes: the brand may be used in every category.
      'GET /v2/brands/:id/attributes',
      ({ params }) => json(one(params.id) && []),
    ],
  ];
}
