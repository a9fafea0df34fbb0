import { json, type Route } from '../../http.js';
import { universalText } from '../dates.js';
import { openPage } from '../pages.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import { seller } from '../seller.js';
import { enabledCountries } from '../shop/statements.js';
import type { World } from '../world.js';

/** A flat map; several settings come twice, with and without their prefix. */
const settings = {
  'shop/url': 'https://www.theiconic.com.au',
  'core:shop/url': 'https://www.theiconic.com.au',
  enable_multi_warehouse: '1',
  'product:enable_multi_warehouse': '1',
  enable_display_customer_email: 1,
  enable_display_customer_phone_num: null,
  'transactions/include_wht_in_amount': 0,
  'core:transactions/include_wht_in_amount': 0,
  enable_product_price_level: '1',
  'countries/list': ['AU', 'NZ'],
  'invoice/options': '{"generation":"order_number"}',
};

const sellerBody = (world: World): unknown =>
  world.serve('sellers', seller.id, {
    id: seller.id,
    uuid: seller.uuid,
    srcId: seller.srcId,
    shortCode: seller.shortCode,
    status: 'active',
    name: seller.name,
    companyName: seller.companyName,
    email: world.shop.account.email,
    taxClass: 'default',
    createdAt: universalText(seller.createdAt),
    updatedAt: universalText(world.shop.account.updatedAt),
    verified: true,
    listed: true,
    delistReasons: [],
    profileFields: world.shop.account.fields.map(({ name, approved }) => ({
      name,
      displayValue: approved,
      value: approved,
    })),
  });

export const accountRoutes = (world: World): Route[] => [
  ['GET /v2/seller', () => json(sellerBody(world))],
  [
    'GET /v2/sellers',
    ({ query }) => {
      const read = readQuery(query);
      const page = read.page({ max: 100, fallback: 100 });
      const ids = read.integers('ids');
      const uuids = read.texts('uuids');
      const shortCodes = read.texts('shortCodes');
      const srcId = read.text('sellerSrcId');
      const name = read.text('name');
      read.check();
      const matches = [seller].filter(
        ({ id, uuid, shortCode, srcId: own, name: ownName }) =>
          (ids?.includes(id) ?? true) &&
          (uuids?.includes(uuid) ?? true) &&
          (shortCodes?.includes(shortCode) ?? true) &&
          (srcId === undefined || srcId === own) &&
          (name === undefined || ownName.includes(name)),
      );
      return openPage(matches, page, () => sellerBody(world));
    },
  ],
  ['GET /v2/sellers/:id', ({ params }) => json(found(params.id === String(seller.id) ? sellerBody(world) : undefined))],
  ['GET /v2/seller-settings', () => json(settings)],
  [
    'GET /v2/seller-configuration-fields',
    () =>
      json(
        world.shop.account.fields.map(({ id, name }) => ({
          id,
          name,
          label: name,
          type: 'text',
          isMandatory: name !== 'phone',
        })),
      ),
  ],
  [
    'GET /v2/seller/commissions',
    () =>
      json({
        items: [
          {
            id: 1,
            name: 'commission',
            description: 'Commission',
            sellerDescription: null,
            inheritanceType: 'seller',
            numericType: 'percent',
            value: 20,
          },
        ],
      }),
  ],
  ['GET /v2/countries/enabled', () => json({ items: enabledCountries })],
];
