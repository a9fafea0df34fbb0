import { json, type Route } from '../../http.js';
import { attributes, optionId } from '../catalog/attributes.js';
import { categories, leafCategories } from '../catalog/categories.js';
import { restrictionsOf } from '../catalog/restrictions.js';
import { found } from '../problems.js';

const attributeNamed = (name: string) => found(attributes.find(attribute => attribute.name === name));

/** Which options of an attribute go with a category. */
function mappingBody({ id, name, path }: (typeof categories)[number]) {
  const season = attributeNamed('season');
  const options = season.options.flatMap((option, index) =>
    path[1] === 'Beauty' && option !== 'Summer' ? [] : [optionId(season, index)],
  );
  return { categoryId: id, categoryName: name, attributes: [{ attributeId: season.id, options }] };
}

/** Whoever chooses wool chooses winter. */
function dependentOptions() {
  const [material, season] = [attributeNamed('material'), attributeNamed('season')];
  const parent = { attributeId: material.id, optionId: optionId(material, material.options.indexOf('Wool')) };
  const child = { attributeId: season.id, optionId: optionId(season, season.options.indexOf('Winter')) };
  return [{ parent, child }];
}

export const categoryRuleRoutes: readonly Route[] = [
  ['GET /v2/category/mappings', () => json(leafCategories.map(mappingBody))],
  ['GET /v2/mapped-attribute-options', () => json(dependentOptions())],
  [
    'GET /v2/category/:id/settings',
    ({ params }) => {
      const category = found(categories.find(({ id }) => String(id) === params.id));
      const restrictions = restrictionsOf(category).map(({ name, description, value }) => ({
        type: 'price',
        name,
        description,
        country: null,
        validationType: 'error',
        value: String(value),
      }));
      return json([{ id: category.id, shopId: String(category.id), name: category.name, restrictions }]);
    },
  ],
];
