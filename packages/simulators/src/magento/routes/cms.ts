import type { Body } from '../bodies/body.js';
import { stamp } from '../clock.js';
import { Refused, refusal } from '../protocol/errors.js';
import type { Shop } from '../shop/shop.js';
import type { Table } from '../shop/table.js';
import { crudEndpoints } from './crud.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { ShopCollections } from './shop-collections.js';

const blockFields = {
  id: 'int',
  identifier: 'text',
  title: 'text',
  content: 'text',
  creation_time: 'text',
  update_time: 'text',
  active: 'flag',
} as const;

const pageFields = {
  ...blockFields,
  page_layout: 'text',
  meta_title: 'text',
  meta_keywords: 'text',
  meta_description: 'text',
  content_heading: 'text',
  sort_order: 'text',
  layout_update_xml: 'text',
  custom_theme: 'text',
  custom_root_template: 'text',
  custom_layout_update_xml: 'text',
  custom_theme_from: 'text',
  custom_theme_to: 'text',
} as const;

/** Pages of the shop and the blocks on them. */
export function cmsEndpoints(shop: Shop, desk: Desk, all: ShopCollections): Endpoint[] {
  const complete =
    (table: Table, taken: string, defaults: Body) =>
    (told: Body, known: Body | null, at: number): Body => {
      if (table.rows().some(row => row.id !== told.id && row.identifier === told.identifier))
        throw new Refused(refusal(400, taken));
      return {
        ...defaults,
        active: true,
        ...told,
        creation_time: known?.creation_time ?? stamp(at),
        update_time: stamp(at),
      };
    };
  const common = { list: '/search', isPutByPath: true, required: ['identifier', 'title'] } as const;
  return [
    ...crudEndpoints(desk, {
      ...common,
      path: '/V1/cmsBlock',
      right: 'Magento_Cms::block',
      table: shop.tables.cmsBlocks,
      collection: all.cmsBlocks,
      parameter: 'block',
      fields: blockFields,
      complete: complete(
        shop.tables.cmsBlocks,
        'A block identifier with the same properties already exists in the selected store.',
        {},
      ),
    }),
    ...crudEndpoints(desk, {
      ...common,
      path: '/V1/cmsPage',
      right: 'Magento_Cms::page',
      table: shop.tables.cmsPages,
      collection: all.cmsPages,
      parameter: 'page',
      fields: pageFields,
      complete: complete(shop.tables.cmsPages, 'URL key for specified store already exists.', {
        page_layout: '1column',
        sort_order: '0',
      }),
    }),
  ];
}
