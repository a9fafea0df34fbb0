import { checkInput, text } from '@cartograph/connector-kit';
import { RequestError } from '@cartograph/core';
import {
  type AttributeChanges,
  type AttributeInput,
  type AttributeOptionInput,
  attributeChanges,
  attributeInput,
  attributeOptionInput,
} from '../input/attribute.js';
import { type AttributeOption, attributeOptionSchema, attributeSchema } from '../native/attribute.js';
import { type Api, act, at, idSchema, type MagentoCall, type Raw, whole } from './api.js';
import type { AttributeScopes } from './attribute-scopes.js';
import { type Crud, createCrud } from './crud.js';
import type { ItemOf, Lists } from './lists.js';

type Id = string | number;
type Option = Raw<AttributeOption>;

/** Attributes of products, by their codes. */
export interface AttributeActions extends Crud<ItemOf<'attributes'>, AttributeInput, AttributeChanges> {
  /** In which scope each has its values. */
  readonly scopes: AttributeScopes;
  readonly options: {
    /** Labels are those of the scope; the blank first one is left out. */
    list(code: string, call?: MagentoCall): Promise<Option[]>;
    /** The id of the new option. */
    create(code: string, option: AttributeOptionInput, call?: MagentoCall): Promise<string>;
    update(code: string, optionId: Id, option: AttributeOptionInput, call?: MagentoCall): Promise<boolean>;
    delete(code: string, optionId: Id, call?: MagentoCall): Promise<boolean>;
    /** The id of the option with this label, which is what a product holds; a RequestError names the labels there are. */
    idOf(code: string, label: string, call?: MagentoCall): Promise<string>;
    /** The label of an option; null where it is gone. */
    labelOf(code: string, optionId: Id, call?: MagentoCall): Promise<string | null>;
  };
}

export function createAttributes(
  api: Api,
  lists: Lists,
  scopes: AttributeScopes,
): Lists['attributes'] & AttributeActions {
  const { attributes } = lists;
  const check = api.checks('products.attributes.options', attributeOptionSchema);
  const crud = createCrud(api, {
    name: 'products.attributes',
    path: 'V1/products/attributes',
    wrap: 'attribute',
    idField: 'attribute_code',
    schema: attributeSchema,
    input: attributeInput,
    changes: attributeChanges,
    // The shop wants the kind of input and all labels each time.
    get: attributes.get,
    whole: ['attribute_id', 'options', 'custom_attributes', 'validation_rules'],
  });
  const forgetting =
    <Arguments extends readonly unknown[], Result>(write: (...given: Arguments) => Promise<Result>) =>
    async (...given: Arguments): Promise<Result> => {
      scopes.forget();
      return write(...given);
    };
  const list = async (code: string, call?: MagentoCall): Promise<Option[]> => {
    const options = await whole<AttributeOption>(api, check, at`V1/products/attributes/${code}/options`, call);
    return options.filter(({ value }) => text(value) !== null);
  };
  const idOf = async (code: string, label: string, call?: MagentoCall): Promise<string> => {
    const options = await list(code, call);
    const found = options.find(option => text(option.label)?.toLowerCase() === label.trim().toLowerCase());
    if (found) return String(found.value);
    const known = options.map(option => text(option.label)).join(', ');
    throw new RequestError(`Magento: "${code}" has no option "${label}"; it has ${known}`, {
      connector: 'Magento',
      attribute: code,
    });
  };
  return {
    ...attributes,
    create: forgetting(crud.create),
    update: forgetting(crud.update),
    delete: forgetting(crud.delete),
    scopes,
    options: {
      list,
      create: async (code, given, call) => {
        const option = checkInput('products.attributes.options.create', attributeOptionInput, given);
        const json = { option };
        const path = at`V1/products/attributes/${code}/options`;
        const id = String(await api.request('POST', path, { json, schema: idSchema }, call));
        // Older releases answer with id_new_option.
        return /^\d+$/.test(id) ? id : idOf(code, option.label, call);
      },
      update: async (code, optionId, given, call) => {
        const checked = checkInput('products.attributes.options.update', attributeOptionInput, given);
        const option = { value: String(optionId), ...checked };
        return act(api, 'PUT', at`V1/products/attributes/${code}/options/${optionId}`, { option }, call);
      },
      delete: (code, optionId, call) =>
        act(api, 'DELETE', at`V1/products/attributes/${code}/options/${optionId}`, undefined, call),
      idOf,
      labelOf: async (code, optionId, call) => {
        const found = (await list(code, call)).find(({ value }) => String(value) === String(optionId));
        return text(found?.label);
      },
    },
  };
}
