import { type Call, json, type Route } from '../../http.js';
import { productSetBody } from '../bodies/product-set.js';
import { imagesOf } from '../catalog/images.js';
import { type ProductSetRecord, quantityOf } from '../catalog/product-set.js';
import { tagsOf } from '../catalog/tags.js';
import { groupBy } from '../grouping.js';
import { countedPage, sorted } from '../pages.js';
import { found } from '../problems.js';
import { type QueryReader, readQuery } from '../query.js';
import type { World } from '../world.js';

type SetTest = (set: ProductSetRecord) => boolean;

const inStock: SetTest = set => set.variants.some(variant => quantityOf(variant) > 0);
const someVariant =
  (approval: string): SetTest =>
  set =>
    set.variants.some(variant => variant.approval === approval);

/** The sections of the seller center. `all` has every set, the deleted ones too. */
const statusTests = {
  all: () => true,
  active: set => set.status === 'active',
  'inactive-all': set => set.status === 'inactive',
  'deleted-all': set => set.status === 'deleted',
  'image-missing': set => imagesOf(set).length === 0,
  pending: someVariant('pending'),
  rejected: someVariant('rejected'),
  disapproved: () => false,
  'sold-out': set => !inStock(set),
  'not-authorized': () => false,
  'price-rejected': () => false,
} satisfies Readonly<Record<string, SetTest>>;

const statuses = Object.keys(statusTests) as (keyof typeof statusTests)[];

/** The filters of `GET /v2/product-sets`: a set must pass all that were sent. */
export function readSetFilters(read: QueryReader, query: URLSearchParams): SetTest {
  const status = read.choice('status', statuses) ?? 'all';
  const [createdFrom, createdTo] = [read.day('createDateStart', 'start'), read.day('createDateEnd', 'end')];
  const [updatedFrom, updatedTo] = [read.day('updateDateStart', 'start'), read.day('updateDateEnd', 'end')];
  const brandIds = read.integers('brandIds');
  const categoryIds = read.integers('categoryIds');
  const setIds = read.integers('productSetIds');
  const uuids = read.texts('productSetUuids');
  const parentSku = read.text('parentSku');
  const stocked = read.flag('inStock');
  const reserved = read.flag('reserved');
  const tags = read.texts('tags');
  const onlyTagged = read.flag('onlyWithTags') ?? false;
  const syncing = read.choice('visibility', ['Syncing']) !== undefined;
  const group = read.text('group');
  const keywords = query.has('keyword') ? query.getAll('keyword') : (read.texts('keyword') ?? []);
  const startsWith = (text: string | null, keyword: string) =>
    text?.split(' ').some(word => word.toLowerCase().startsWith(keyword.toLowerCase())) ?? false;
  return set =>
    statusTests[status](set) &&
    set.createdAt >= (createdFrom ?? 0) &&
    set.createdAt <= (createdTo ?? Number.POSITIVE_INFINITY) &&
    set.updatedAt >= (updatedFrom ?? 0) &&
    set.updatedAt <= (updatedTo ?? Number.POSITIVE_INFINITY) &&
    (brandIds?.includes(set.brandId) ?? true) &&
    (categoryIds?.includes(set.categoryId) ?? true) &&
    (setIds?.includes(set.id) ?? true) &&
    (uuids?.includes(set.uuid) ?? true) &&
    (parentSku === undefined || set.parentSku === parentSku) &&
    (stocked === undefined || inStock(set) === stocked) &&
    (reserved === undefined || set.variants.some(variant => variant.reserved > 0) === reserved) &&
    (tags?.some(tag => tagsOf(set).some(({ id, name }) => tag === name || tag === String(id))) ?? true) &&
    (!onlyTagged || tagsOf(set).length > 0) &&
    (!syncing || set.variants.some(variant => variant.shopSku === null)) &&
    (group === undefined || set.group === group) &&
    (keywords.length === 0 ||
      keywords.slice(0, 5).some(word => startsWith(set.name, word) || startsWith(set.parentSku, word)));
}

function matching(world: World, { url, query }: Call) {
  const read = readQuery(query, 422);
  const page = read.page({ max: 100 });
  const passes = readSetFilters(read, query);
  read.choice('orderBy', ['createdAt']);
  const direction = read.choice('orderDirection', ['ASC', 'DESC']) ?? 'ASC';
  read.check();
  const sets = world.results.list(url, () =>
    sorted(
      world.shop.catalog.sets.filter(passes),
      set => set.createdAt,
      set => set.id,
      direction === 'ASC' ? 'asc' : 'desc',
    ),
  );
  return { sets, page };
}

export function productSetRoutes(world: World): Route[] {
  const one = (test: SetTest) => json(productSetBody(world, found(world.shop.catalog.sets.find(test))));
  return [
    [
      'GET /v2/product-sets',
      call => {
        const { sets, page } = matching(world, call);
        return countedPage(sets, page, set => productSetBody(world, set));
      },
    ],
    [
      'GET /v2/product-set/count-by-attribute-set',
      call => {
        const groups = groupBy(matching(world, call).sets, set => set.attributeSetId);
        return json([...groups].map(([attributeSetId, sets]) => ({ attributeSetId, count: sets.length })));
      },
    ],
    ['GET /v2/product-set/parent-sku/:sku', ({ params }) => one(set => set.parentSku === params.sku)],
    ['GET /v2/product-set/config-sku/:sku', ({ params }) => one(set => set.configSku === params.sku)],
    ['GET /v2/product-set/:id', ({ params }) => one(set => String(set.id) === params.id)],
  ];
}
