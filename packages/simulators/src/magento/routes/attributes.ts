import { noSuchEntity } from '../protocol/errors.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { ShopCollections } from './shop-collections.js';

const right = 'Magento_Catalog::attributes_attributes';

export function attributeEndpoints(shop: Shop, desk: Desk, all: ShopCollections): Endpoint[] {
  const missing = (code: string | undefined) => noSuchEntity('attribute_code', code);
  return [
    ['GET /V1/products/attributes', right, desk.list(all.attributes)],
    [
      'GET /V1/products/attributes/:code',
      right,
      ({ params }, scope) => desk.one(all.attributes, params.code ?? '', scope, () => missing(params.code)),
    ],
    [
      'GET /V1/products/attributes/:code/options',
      right,
      ({ params }) => shop.tables.attributes.get(params.code)?.options ?? missing(params.code),
    ],
  ];
}
