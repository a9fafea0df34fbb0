import { json, type Route } from '../../http.js';
import { type AttributeRecord, attributeSets, attributes, optionId } from '../catalog/attributes.js';
import { universalText } from '../dates.js';
import { countedPage } from '../pages.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';

const since = universalText(Date.UTC(2020, 0, 15));

const attributeBody = (attribute: AttributeRecord) => ({
  id: attribute.id,
  label: attribute.label,
  name: attribute.name,
  feedName: attribute.name.replace(/(^|_)([a-z])/g, (_match, _start, letter: string) => letter.toUpperCase()),
  groupName: null,
  isMandatory: attribute.mandatory,
  isGlobalAttribute: attribute.attributeSetId === null,
  description: null,
  productType: 'config',
  inputType: attribute.inputType,
  attributeType: attribute.attributeType,
  exampleValue: null,
  maxLength: attribute.attributeType === 'value' ? 255 : null,
  isVisibleForHybrid: attribute.visible,
  attributeDefinitionType: 'default',
  attributeDefinitionCountry: null,
  inputMode: attribute.visible ? 'edit' : 'invisible',
  forbidEmpty: attribute.mandatory,
  options:
    attribute.options.length === 0
      ? null
      : attribute.options.map((name, index) => ({ id: optionId(attribute, index), name, isDefault: index === 0 })),
  isEditionBySellerBlocked: false,
  isUsedInConsignmentFormulas: false,
});

/** The set's own attributes and the global ones. */
export const attributesFor = (attributeSetId: number) =>
  attributes
    .filter(attribute => attribute.attributeSetId === null || attribute.attributeSetId === attributeSetId)
    .map(attributeBody);

const setBody = (set: (typeof attributeSets)[number]) => ({ ...set, createdAt: since, updatedAt: since });

const setById = (id: string | undefined) => found(attributeSets.find(set => String(set.id) === id));

export const attributeRoutes: readonly Route[] = [
  [
    'GET /v2/attributes',
    ({ query }) => {
      const read = readQuery(query);
      const page = read.page({ max: 100 });
      const ids = read.integers('attributeIds');
      const setIds = read.integers('attributeSetIds');
      const onlyVisible = read.flag('onlyVisible') ?? true;
      read.check();
      const chosen = (attribute: AttributeRecord) => {
        if (!ids && !setIds) return attribute.attributeSetId === null;
        return ids?.includes(attribute.id) || setIds?.some(id => id === attribute.attributeSetId);
      };
      const matches = attributes.filter(attribute => (attribute.visible || !onlyVisible) && chosen(attribute));
      return countedPage(matches, page, attributeBody);
    },
  ],
  [
    'GET /v2/attributes/:id',
    ({ params }) => json(attributeBody(found(attributes.find(attribute => String(attribute.id) === params.id)))),
  ],
  [
    'GET /v2/attribute-sets',
    ({ query }) => {
      const read = readQuery(query);
      const ids: readonly number[] | undefined = read.integers('attributeSetIds');
      read.check();
      return json(attributeSets.filter(set => ids?.includes(set.id) ?? true).map(setBody));
    },
  ],
  ['GET /v2/attribute-sets/:id', ({ params }) => json(setBody(setById(params.id)))],
  ['GET /v2/attribute-sets/:id/attributes', ({ params }) => json(attributesFor(setById(params.id).id))],
];
