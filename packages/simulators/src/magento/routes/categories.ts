import type { Body } from '../bodies/body.js';
import { categoryTree, childrenOf } from '../bodies/category.js';
import { stamp } from '../clock.js';
import { noProduct, noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { Shop } from '../shop/shop.js';
import { groupById, type Scope, storeGroups, viewById } from '../shop/stores.js';
import type { Desk, Endpoint } from './endpoint.js';
import { customAttributeFields } from './product-fields.js';
import type { ShopCollections } from './shop-collections.js';

const right = 'Magento_Catalog::categories';

const categoryFields = {
  id: 'int',
  parent_id: 'int',
  name: 'text',
  is_active: 'flag',
  position: 'int',
  level: 'int',
  children: 'text',
  created_at: 'text',
  updated_at: 'text',
  path: 'text',
  available_sort_by: ['text'],
  include_in_menu: 'flag',
  extension_attributes: {},
  custom_attributes: customAttributeFields,
} as const;

const linkFields = { sku: 'text', position: 'int', category_id: 'text', extension_attributes: {} } as const;

/** What a view can say of a category for itself. */
const viewFields = ['name', 'is_active', 'include_in_menu', 'available_sort_by', 'custom_attributes'];

/** The tree of categories and the products in it. Products' times do not move from here. */
export function categoryEndpoints(shop: Shop, desk: Desk, all: ShopCollections, writing: ProductWriting): Endpoint[] {
  const { categories } = shop.tables;
  const byId = (id: unknown): Body => {
    const category = categories.get(id);
    if (!category) throw new Refused(noSuchEntity('id', id));
    return category;
  };
  const attributeOf = (code: string | undefined): Body => {
    const attribute = shop.tables.categoryAttributes.get(code);
    if (!attribute) throw new Refused(noSuchEntity('attributeCode', code));
    return attribute;
  };
  const serve = (category: Body, scope: Scope) => desk.serve(all.categories, category, scope);

  /** Puts a category below another, with everything below it. */
  const place = (category: Body, parent: Body, position: number): Body => {
    const path = `${parent.path}/${category.id}`;
    const placed = categories.put({
      ...category,
      parent_id: parent.id,
      path,
      level: path.split('/').length - 1,
      position,
    });
    for (const child of childrenOf(categories, category.id)) place(child, placed, Number(child.position));
    return placed;
  };

  const create = (told: Body, scope: Scope, at: number): Body => {
    if (!told.name)
      throw new Refused(refusal(400, 'The "Name" attribute value is empty. Set the attribute and try again.'));
    const parent = byId(told.parent_id ?? rootOf(scope));
    const custom = (told.custom_attributes ?? []) as Body[];
    const key = String(told.name).toLowerCase().replace(/\W+/g, '-');
    const hasKey = custom.some(({ attribute_code }) => attribute_code === 'url_key');
    const category = {
      id: categories.nextId(),
      name: told.name,
      is_active: told.is_active ?? false,
      created_at: stamp(at),
      updated_at: stamp(at),
      available_sort_by: told.available_sort_by ?? [],
      include_in_menu: told.include_in_menu ?? true,
      custom_attributes: hasKey ? custom : [...custom, { attribute_code: 'url_key', value: key }],
      views: {},
    };
    return place(category, parent, Number(told.position ?? childrenOf(categories, parent.id).length + 1));
  };

  const update = (category: Body, told: Body, scope: Scope, at: number): Body => {
    if (told.parent_id !== undefined && told.parent_id !== category.parent_id)
      throw new Refused(refusal(400, 'Operation do not allow to move a parent category to any of children category'));
    const changes = Object.fromEntries(
      Object.entries(told).filter(([name, value]) => viewFields.includes(name) && value !== null),
    );
    const views = category.views as Record<number, Body>;
    const before = scope === null ? category : { ...category, ...views[scope.id] };
    if (changes.custom_attributes)
      changes.custom_attributes = merged(before.custom_attributes as Body[], changes.custom_attributes as Body[]);
    const position = { position: told.position ?? category.position, updated_at: stamp(at) };
    return scope === null
      ? categories.put({ ...category, ...changes, ...position })
      : categories.put({
          ...category,
          ...position,
          views: { ...views, [scope.id]: { ...views[scope.id], ...changes } },
        });
  };

  const assign = desk.write({ productLink: linkFields }, ({ input: { productLink: link }, params }) => {
    const id = Number(byId(params.categoryId).id);
    const product = writing.bySku(link.sku ?? '');
    if (!product) throw new Refused(noProduct());
    const others = product.categoryIds
      .filter(known => known !== id)
      .map(known => ({ id: known, position: product.edits?.positions?.[known] ?? 0 }));
    writing.keep(writing.setCategories(product, [...others, { id, position: link.position ?? 0 }]), null);
    return true;
  });

  return [
    [
      'GET /V1/categories',
      right,
      ({ query }, scope) => {
        const category = byId(Number(query.get('rootCategoryId') ?? (scope ? rootOf(scope) : 1)));
        return categoryTree(categories, category, scope, Number(query.get('depth') ?? 99), shop.products);
      },
    ],
    ['GET /V1/categories/list', right, desk.list(all.categories)],
    ['GET /V1/categories/attributes', right, desk.list(all.categoryAttributes)],
    [
      'GET /V1/categories/attributes/:attributeCode',
      right,
      ({ params }, scope) => desk.serve(all.categoryAttributes, attributeOf(params.attributeCode), scope),
    ],
    [
      'GET /V1/categories/attributes/:attributeCode/options',
      right,
      ({ params }) => attributeOf(params.attributeCode).options,
    ],
    [
      'GET /V1/categories/:categoryId',
      right,
      ({ params, query }, scope) => {
        const id = query.get('storeId');
        const seen = id === null ? scope : id === '0' ? null : viewById(Number(id));
        return serve(byId(params.categoryId), seen);
      },
    ],
    [
      'POST /V1/categories',
      right,
      desk.write({ category: categoryFields }, ({ input: { category: told }, scope, at }) =>
        serve(told.id ? update(byId(told.id), told as Body, scope, at) : create(told as Body, scope, at), scope),
      ),
    ],
    [
      'PUT /V1/categories/:id',
      right,
      desk.write({ category: categoryFields }, ({ input, params, scope, at }) =>
        serve(update(byId(params.id), input.category as Body, scope, at), scope),
      ),
    ],
    [
      'DELETE /V1/categories/:categoryId',
      right,
      desk.write({}, ({ params }) => {
        const category = byId(params.categoryId);
        const isRoot = category.id === 1 || storeGroups.some(group => group.rootCategoryId === category.id);
        if (isRoot) throw new Refused(refusal(400, 'Cannot delete category with id %1', [category.id]));
        const gone = new Set<number>();
        const remove = (row: Body) => {
          for (const child of childrenOf(categories, row.id)) remove(child);
          gone.add(Number(row.id));
          categories.remove(row.id);
        };
        remove(category);
        for (const product of shop.products)
          if (product.categoryIds.some(id => gone.has(id)))
            writing.keep({ ...product, categoryIds: product.categoryIds.filter(id => !gone.has(id)) }, null);
        return true;
      }),
    ],
    [
      'PUT /V1/categories/:categoryId/move',
      right,
      desk.write({ parentId: 'int', 'afterId?': 'int' }, ({ input, params, at }) => {
        const category = byId(params.categoryId);
        const parent = byId(input.parentId);
        if (`${parent.path}/`.startsWith(`${category.path}/`))
          throw new Refused(
            refusal(400, 'Operation do not allow to move a parent category to any of children category'),
          );
        const siblings = childrenOf(categories, parent.id).filter(({ id }) => id !== category.id);
        const after = siblings.findIndex(({ id }) => id === input.afterId);
        const order = input.afterId
          ? siblings.toSpliced(after < 0 ? siblings.length : after + 1, 0, category)
          : [...siblings, category];
        place({ ...category, updated_at: stamp(at) }, parent, 0);
        for (const [index, { id }] of order.entries()) categories.put({ ...byId(id), position: index + 1 });
        return true;
      }),
    ],
    [
      'GET /V1/categories/:categoryId/products',
      right,
      ({ params }) => {
        const id = Number(params.categoryId);
        return shop.products
          .filter(product => product.categoryIds.includes(id))
          .map((product, position) => ({
            sku: product.sku,
            position: product.edits?.positions?.[id] ?? position,
            category_id: String(id),
          }));
      },
    ],
    ['POST /V1/categories/:categoryId/products', right, assign],
    ['PUT /V1/categories/:categoryId/products', right, assign],
    [
      'DELETE /V1/categories/:categoryId/products/:sku',
      right,
      desk.write({}, ({ params }) => {
        const id = Number(byId(params.categoryId).id);
        const product = writing.bySku(params.sku);
        if (!product) throw new Refused(noProduct());
        if (!product.categoryIds.includes(id))
          throw new Refused(refusal(400, "The category doesn't contain the specified product."));
        writing.keep({ ...product, categoryIds: product.categoryIds.filter(known => known !== id) }, null);
        return true;
      }),
    ],
  ];
}

const rootOf = (scope: Scope): number => groupById(viewById(scope?.id ?? 1).groupId).rootCategoryId;

/** Attributes by code, new ones over those that were. */
const merged = (known: readonly Body[], told: readonly Body[]): Body[] => {
  const byCode = new Map([...known, ...told].map(one => [one.attribute_code, one]));
  return [...byCode.values()].filter(({ value }) => value !== null);
};
