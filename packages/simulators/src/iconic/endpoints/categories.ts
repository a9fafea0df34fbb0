import { type Call, json, type Route } from '../../http.js';
import { type CategoryRecord, categories, childrenOf } from '../catalog/categories.js';
import { nomenclatureOf } from '../catalog/nomenclature.js';
import { countedPage } from '../pages.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import { uuid } from '../seeded.js';
import type { World } from '../world.js';
import { attributesFor } from './attributes.js';

export function categoryRoutes(world: World): Route[] {
  const uuidOf = ({ id }: CategoryRecord) => uuid(world.shop.seeded('uuid', id));
  const statusOf = ({ active }: CategoryRecord) => (active ? 'active' : 'inactive');
  const basicBody = (category: CategoryRecord) => ({
    id: category.id,
    parentId: category.parentId,
    name: category.name,
    attributeSetId: category.attributeSetId,
    pathIds: category.pathIds,
    path: category.path,
    uuid: uuidOf(category),
  });
  const listBody = (category: CategoryRecord) =>
    world.serve('categories', category.id, {
      ...basicBody(category),
      childrenIds: childrenOf(category.id).map(child => child.id),
      visible: category.parentId !== null,
      fulfillmentVisible: true,
      qcDisabled: false,
      serialNumberRequired: false,
      status: statusOf(category),
    });
  const treeBody = (category: CategoryRecord): unknown => ({
    ...basicBody(category),
    children: childrenOf(category.id)
      .filter(child => child.active)
      .map(treeBody),
  });
  const one = ({ params }: Call) => found(categories.find(category => String(category.id) === params.id));
  const root = () => found(categories.find(category => category.parentId === null));

  /** Inactive categories only come with `includeInaccessible`. */
  const page = (
    { query }: Call,
    choose: (read: ReturnType<typeof readQuery>) => (category: CategoryRecord) => boolean,
  ) => {
    const read = readQuery(query);
    const window = read.page({ max: 1000 });
    const inaccessibleToo = read.flag('includeInaccessible') ?? false;
    const passes = choose(read);
    read.check();
    const matches = categories.filter(category => (category.active || inaccessibleToo) && passes(category));
    return countedPage(matches, window, listBody);
  };

  return [
    [
      'GET /v2/categories',
      call =>
        page(call, read => {
          const wanted = read.text('query')?.toLowerCase() ?? '';
          return category => category.name.toLowerCase().includes(wanted);
        }),
    ],
    [
      'GET /v2/categories/ids',
      call =>
        page(call, read => {
          const ids = read.integers('ids');
          return category => ids?.includes(category.id) ?? true;
        }),
    ],
    [
      'GET /v2/categories/uuids',
      call =>
        page(call, read => {
          const uuids = read.texts('uuids');
          return category => uuids?.includes(uuidOf(category)) ?? true;
        }),
    ],
    ['GET /v2/category/tree', () => json([treeBody(root())])],
    ['GET /v2/category/root', () => json(basicBody(root()))],
    [
      'GET /v2/category/most-used',
      () => {
        const used = new Set(world.shop.catalog.sets.map(set => set.categoryId));
        return json(
          categories
            .filter(category => used.has(category.id))
            .slice(0, 10)
            .map(basicBody),
        );
      },
    ],
    ['GET /v2/category/:id/attributes', call => json(attributesFor(one(call).attributeSetId))],
    [
      'GET /v2/category/:id/children',
      call =>
        json(
          childrenOf(one(call).id).map(child => ({
            ...basicBody(child),
            srcId: null,
            status: statusOf(child),
            visible: true,
            hasChildren: childrenOf(child.id).length > 0,
          })),
        ),
    ],
    // A formula for names, as a JSON text; empty where the category has none.
    ['GET /v2/category/:id/automatic-nomenclature', call => json(nomenclatureOf(one(call)))],
    [
      // A list of one, with fewer keys than the other shapes.
      'GET /v2/category/:id',
      call => {
        const category = one(call);
        const { id, parentId, name, path } = category;
        const rest = { srcId: null, uuid: uuidOf(category), visible: parentId !== null, status: statusOf(category) };
        return json([world.serve('categories', id, { id, parentId, name, path, ...rest })]);
      },
    ],
  ];
}
