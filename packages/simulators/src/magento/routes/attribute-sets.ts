import type { Body } from '../bodies/body.js';
import { attributeSetOf } from '../bodies/product.js';
import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import { demand } from '../protocol/input.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { ShopCollections } from './shop-collections.js';

const right = 'Magento_Catalog::sets';

const setFields = {
  attribute_set_id: 'int',
  attribute_set_name: 'text',
  sort_order: 'int',
  entity_type_id: 'int',
  extension_attributes: {},
} as const;
const groupFields = {
  attribute_group_id: 'text',
  attribute_group_name: 'text',
  attribute_set_id: 'int',
  extension_attributes: { attribute_group_code: 'text', sort_order: 'text' },
} as const;

/** The sets of attributes that products are made after. A set has the attributes of its skeleton and what is added to it. */
export function attributeSetEndpoints(
  shop: Shop,
  desk: Desk,
  all: ShopCollections,
  products: ProductWriting,
): Endpoint[] {
  const { attributes, attributeSets, attributeGroups } = shop.tables;
  /** Codes of the attributes of a set; the seed's sets have all attributes that the shop began with. */
  const members = new Map<number, Set<string>>();
  const initial = attributes.rows().map(({ attribute_code }) => String(attribute_code));
  const membersOf = (id: unknown): Set<string> => {
    const known = members.get(Number(id)) ?? new Set(initial);
    members.set(Number(id), known);
    return known;
  };
  const byId = (id: unknown): Body => {
    const set = attributeSets.get(id);
    if (!set) throw new Refused(noSuchEntity('id', id));
    return set;
  };
  const checkName = (told: Body, known: Body | null): void => {
    demand(['attribute_set_name'].filter(name => !told[name]));
    const isTaken = attributeSets
      .rows()
      .some(set => set !== known && set.attribute_set_name === told.attribute_set_name);
    if (isTaken)
      throw new Refused(
        refusal(400, 'A "%1" attribute set name already exists. Create a new name and try again.', [
          told.attribute_set_name,
        ]),
      );
  };
  const serve = (set: Body) => desk.serve(all.attributeSets, set, null);

  const create = (told: Body, skeletonId: number): unknown => {
    checkName(told, null);
    const skeleton = byId(skeletonId);
    const id = attributeSets.nextId();
    members.set(id, new Set(membersOf(skeleton.attribute_set_id)));
    for (const group of attributeGroups.rows())
      if (group.attribute_set_id === skeleton.attribute_set_id)
        attributeGroups.put({ ...group, attribute_group_id: String(attributeGroups.nextId()), attribute_set_id: id });
    return serve(
      attributeSets.put({
        attribute_set_id: id,
        attribute_set_name: told.attribute_set_name,
        sort_order: told.sort_order ?? 0,
        entity_type_id: 4,
      }),
    );
  };
  const update = desk.write({ attributeSet: setFields }, ({ input, params }) => {
    const known = byId(params.attributeSetId);
    const row = { ...known, ...input.attributeSet, attribute_set_id: known.attribute_set_id, entity_type_id: 4 };
    checkName(row, known);
    return serve(attributeSets.put(row));
  });
  /** Products go with their set. */
  const remove = desk.write({}, ({ params }) => {
    const set = byId(params.attributeSetId);
    if (set.attribute_set_id === 4) throw new Refused(refusal(400, "The default attribute set can't be deleted."));
    for (const product of shop.products.filter(known => attributeSetOf(known) === set.attribute_set_id))
      products.remove(product);
    return attributeSets.remove(set.attribute_set_id);
  });
  const one: Endpoint[2] = ({ params }) => serve(byId(params.attributeSetId));

  return [
    ['GET /V1/products/attribute-sets/sets/list', right, desk.list(all.attributeSets)],
    ['GET /V1/eav/attribute-sets/list', right, desk.list(all.attributeSets)],
    ['GET /V1/products/attribute-sets/:attributeSetId', right, one],
    ['GET /V1/eav/attribute-sets/:attributeSetId', right, one],
    [
      'POST /V1/products/attribute-sets',
      right,
      desk.write({ attributeSet: setFields, skeletonId: 'int' }, ({ input }) =>
        create(input.attributeSet as Body, input.skeletonId),
      ),
    ],
    [
      'POST /V1/eav/attribute-sets',
      right,
      desk.write({ entityTypeCode: 'text', attributeSet: setFields, skeletonId: 'int' }, ({ input }) => {
        if (input.entityTypeCode !== 'catalog_product')
          throw new Refused(noSuchEntity('entityTypeCode', input.entityTypeCode));
        return create(input.attributeSet as Body, input.skeletonId);
      }),
    ],
    ['PUT /V1/products/attribute-sets/:attributeSetId', right, update],
    ['PUT /V1/eav/attribute-sets/:attributeSetId', right, update],
    ['DELETE /V1/products/attribute-sets/:attributeSetId', right, remove],
    ['DELETE /V1/eav/attribute-sets/:attributeSetId', right, remove],
    [
      'GET /V1/products/attribute-sets/:attributeSetId/attributes',
      right,
      ({ params }, scope) => {
        const codes = membersOf(byId(params.attributeSetId).attribute_set_id);
        return attributes
          .rows()
          .filter(({ attribute_code }) => codes.has(String(attribute_code)))
          .map(attribute => desk.serve(all.attributes, attribute, scope));
      },
    ],
    [
      'POST /V1/products/attribute-sets/attributes',
      right,
      desk.write(
        { attributeSetId: 'int', attributeGroupId: 'int', attributeCode: 'text', sortOrder: 'int' },
        ({ input }) => {
          const set = byId(input.attributeSetId);
          const attribute = attributes.get(input.attributeCode);
          const group = attributeGroups.get(input.attributeGroupId);
          if (!attribute) throw new Refused(noSuchEntity('attributeCode', input.attributeCode));
          if (!group) throw new Refused(noSuchEntity('attributeGroupId', input.attributeGroupId));
          if (group.attribute_set_id !== set.attribute_set_id)
            throw new Refused(refusal(400, "The attribute group doesn't belong to the attribute set."));
          membersOf(set.attribute_set_id).add(input.attributeCode);
          return attribute.attribute_id;
        },
      ),
    ],
    [
      'DELETE /V1/products/attribute-sets/:attributeSetId/attributes/:attributeCode',
      right,
      desk.write({}, ({ params }) => {
        const codes = membersOf(byId(params.attributeSetId).attribute_set_id);
        const attribute = attributes.get(params.attributeCode);
        if (!attribute || !codes.has(String(params.attributeCode)))
          throw new Refused(
            refusal(
              400,
              'The "%1" attribute wasn\'t found in the "%2" attribute set. Enter the attribute and try again.',
              [params.attributeCode, params.attributeSetId],
            ),
          );
        if (!attribute.is_user_defined) throw new Refused(refusal(400, "The system attribute can't be deleted."));
        return codes.delete(String(params.attributeCode));
      }),
    ],
    ['GET /V1/products/attribute-sets/groups/list', right, desk.list(all.attributeGroups)],
    [
      'POST /V1/products/attribute-sets/groups',
      right,
      desk.write({ group: groupFields }, ({ input: { group } }) => {
        demand((['attribute_group_name', 'attribute_set_id'] as const).filter(name => !group[name]));
        byId(group.attribute_set_id);
        return attributeGroups.put({
          ...group,
          attribute_group_id: group.attribute_group_id ?? String(attributeGroups.nextId()),
        });
      }),
    ],
    [
      'PUT /V1/products/attribute-sets/:attributeSetId/groups',
      right,
      desk.write({ group: groupFields }, ({ input: { group }, params }) => {
        const known = attributeGroups.get(group.attribute_group_id);
        if (!known || String(known.attribute_set_id) !== params.attributeSetId)
          throw new Refused(noSuchEntity('attributeGroupId', group.attribute_group_id));
        return attributeGroups.put({ ...known, ...group });
      }),
    ],
    [
      'DELETE /V1/products/attribute-sets/groups/:groupId',
      right,
      desk.write({}, ({ params }) => {
        if (!attributeGroups.remove(params.groupId)) throw new Refused(noSuchEntity('groupId', params.groupId));
        return true;
      }),
    ],
  ];
}
