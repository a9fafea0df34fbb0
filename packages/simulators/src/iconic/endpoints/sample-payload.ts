import { json, type Route } from '../../http.js';
import { attributes, optionId } from '../catalog/attributes.js';
import { categories } from '../catalog/categories.js';
import { problem } from '../problems.js';
import { readQuery } from '../query.js';

/** A body that creates a product set of the category: with `showFull`, everything that such a set may have. */
export const samplePayloadRoutes: readonly Route[] = [
  [
    'GET /v2/product-sets/sample-payload/:id',
    ({ params, query }) => {
      const read = readQuery(query, 422);
      const [full, commentless] = [read.flag('showFull') ?? false, read.flag('hideComments') ?? false];
      read.check();
      const category = categories.find(({ id, active }) => active && String(id) === params.id);
      if (!category) return problem(422, 'No sample', `The category ${params.id} is unknown.`);
      const shown = attributes.filter(
        ({ attributeType, attributeSetId, visible, mandatory }) =>
          attributeType !== 'system' &&
          visible &&
          (attributeSetId === null || attributeSetId === category.attributeSetId) &&
          (mandatory || full),
      );
      const values = shown.map(attribute => {
        const first = optionId(attribute, 0);
        const value = { value: 'text', option: first, multi_option: [first], system: null }[attribute.attributeType];
        return [String(attribute.id), value] as const;
      });
      const required = { name: 'Name', price: 99.95, sellerSku: 'SKU-1', brandId: 301, primaryCategoryId: category.id };
      const optional = { parentSku: 'STYLE-1', description: '<p>Description</p>', variation: 'M', status: 'active' };
      return json({
        ...required,
        ...(full ? optional : {}),
        attributes: Object.fromEntries(values),
        ...(commentless ? {} : { comments: Object.fromEntries(shown.map(({ id, label }) => [String(id), label])) }),
      });
    },
  ],
];
