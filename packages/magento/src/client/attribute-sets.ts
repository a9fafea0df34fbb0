import { checkInput } from '@cartograph/connector-kit';
import {
  type AssignmentInput,
  type AttributeGroupInput,
  type AttributeSetInput,
  assignmentInput,
  attributeGroupInput,
  attributeSetInput,
} from '../input/attribute.js';
import { attributeGroupSchema, attributeSchema, attributeSetSchema } from '../native/attribute.js';
import { type Api, act, at, type MagentoCall, made, whole, written } from './api.js';
import type { ItemOf, Lists } from './lists.js';

type Id = string | number;
type AttributeSet = ItemOf<'attributeSets'>;

/** Which attributes a kind of product has. A new shop has one, `Default`, with the id 4. */
export interface AttributeSetActions {
  /** Begins with what another set has. */
  create(set: AttributeSetInput, skeletonId: Id, call?: MagentoCall): Promise<AttributeSet>;
  update(id: Id, set: AttributeSetInput, call?: MagentoCall): Promise<AttributeSet>;
  /** Its products go with it. */
  delete(id: Id, call?: MagentoCall): Promise<boolean>;
  attributes(id: Id, call?: MagentoCall): Promise<ItemOf<'attributes'>[]>;
  /** Puts an attribute into a group of a set. */
  assign(assignment: AssignmentInput, call?: MagentoCall): Promise<Id>;
  unassign(id: Id, attributeCode: string, call?: MagentoCall): Promise<boolean>;
  readonly groups: Omit<Lists['attributeGroups'], 'get'> & {
    create(group: AttributeGroupInput, call?: MagentoCall): Promise<ItemOf<'attributeGroups'>>;
    update(id: Id, group: AttributeGroupInput, call?: MagentoCall): Promise<ItemOf<'attributeGroups'>>;
    delete(id: Id, call?: MagentoCall): Promise<boolean>;
  };
}

export function createAttributeSets(api: Api, lists: Lists): Lists['attributeSets'] & AttributeSetActions {
  const sets = api.checks('products.attributeSets', attributeSetSchema);
  const groups = api.checks('products.attributeSets.groups', attributeGroupSchema);
  const attributes = api.checks('products.attributeSets.attributes', attributeSchema);
  const { get: _, ...groupList } = lists.attributeGroups;
  return {
    ...lists.attributeSets,
    create: async (set, skeletonId, call) => {
      const attributeSet = checkInput('products.attributeSets.create', attributeSetInput, set);
      const json = { attributeSet, skeletonId: Number(skeletonId) };
      return written(api, sets, 'POST', 'V1/products/attribute-sets', json, call);
    },
    update: async (id, set, call) => {
      const checked = checkInput('products.attributeSets.update', attributeSetInput, set);
      const attributeSet = { attribute_set_id: Number(id), ...checked };
      return written(api, sets, 'PUT', at`V1/products/attribute-sets/${id}`, { attributeSet }, call);
    },
    delete: (id, call) => act(api, 'DELETE', at`V1/products/attribute-sets/${id}`, undefined, call),
    attributes: (id, call) => whole(api, attributes, at`V1/products/attribute-sets/${id}/attributes`, call),
    assign: async (assignment, call) => {
      const json = checkInput('products.attributeSets.assign', assignmentInput, assignment);
      return made(api, 'POST', 'V1/products/attribute-sets/attributes', json, call);
    },
    unassign: (id, attributeCode, call) =>
      act(api, 'DELETE', at`V1/products/attribute-sets/${id}/attributes/${attributeCode}`, undefined, call),
    groups: {
      ...groupList,
      create: async (given, call) => {
        const group = checkInput('products.attributeSets.groups.create', attributeGroupInput, given);
        return written(api, groups, 'POST', 'V1/products/attribute-sets/groups', { group }, call);
      },
      update: async (id, given, call) => {
        const checked = checkInput('products.attributeSets.groups.update', attributeGroupInput, given);
        const group = { attribute_group_id: String(id), ...checked };
        const path = at`V1/products/attribute-sets/${checked.attribute_set_id}/groups`;
        return written(api, groups, 'PUT', path, { group }, call);
      },
      delete: (id, call) => act(api, 'DELETE', at`V1/products/attribute-sets/groups/${id}`, undefined, call),
    },
  };
}
