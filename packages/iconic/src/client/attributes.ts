import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { type AttributeSetFilters, attributeFilters, attributeSetFilters } from '../input/catalog.js';
import {
  type Attribute,
  type AttributeSet,
  attributeSchema,
  attributeSetSchema,
  mappedOptionSchema,
} from '../records/catalog.js';
import { type Api, part } from './api.js';
import { type AttributeCodec, createAttributeCodec } from './attribute-codec.js';

type Id = string | number;

export function createAttributes(api: Api) {
  const attributes = api.of('attributes', attributeSchema);
  const mapped = api.of('attributes.mappedOptions', mappedOptionSchema);
  return {
    /** The global ones, unless attributes or sets are asked for by their ids. */
    ...attributes.paged('/v2/attributes', attributeFilters),
    get: (id: Id, call?: RequestOptions): Promise<Attribute> =>
      attributes.one('GET', `/v2/attributes/${part(id)}`, {}, call),
    /** Which option of an attribute goes with which of another. */
    mappedOptions: (call?: RequestOptions) => mapped.all('GET', '/v2/mapped-attribute-options', {}, call),
  };
}

export function createAttributeSets(api: Api) {
  const sets = api.of('attributeSets', attributeSetSchema);
  const attributes = api.of('attributeSets.attributes', attributeSchema);
  const ofSet = (attributeSetId: Id, call?: RequestOptions): Promise<Attribute[]> =>
    attributes.all('GET', `/v2/attribute-sets/${part(attributeSetId)}/attributes`, {}, call);
  return {
    list: async (query: AttributeSetFilters = {}, call?: RequestOptions): Promise<AttributeSet[]> =>
      sets.all(
        'GET',
        '/v2/attribute-sets',
        { query: checkInput<object>('attributeSets.list', attributeSetFilters, query) },
        call,
      ),
    get: (id: Id, call?: RequestOptions): Promise<AttributeSet> =>
      sets.one('GET', `/v2/attribute-sets/${part(id)}`, {}, call),
    attributes: { list: ofSet },
    /** Turns names of attributes and options into ids and back. One request; the codec can be kept. */
    codec: async (attributeSetId: Id, call?: RequestOptions): Promise<AttributeCodec> =>
      createAttributeCodec(await ofSet(attributeSetId, call)),
  };
}
