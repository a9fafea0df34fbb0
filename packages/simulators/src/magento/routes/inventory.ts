import type { Body } from '../bodies/body.js';
import { noEntity, noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import { demand } from '../protocol/input.js';
import { print } from '../protocol/print.js';
import type { Shop } from '../shop/shop.js';
import { setStock } from '../shop/stock.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { ShopCollections } from './shop-collections.js';

const right = {
  read: 'Magento_InventoryApi::source',
  edit: 'Magento_InventoryApi::source_edit',
  assign: 'Magento_InventoryApi::stock_source_item_assign',
  stock: 'Magento_InventoryApi::stock',
  stockEdit: 'Magento_InventoryApi::stock_edit',
  stockDelete: 'Magento_InventoryApi::stock_delete',
  links: 'Magento_InventoryApi::stock_source_link',
};

const sourceFields = {
  source_code: 'text',
  name: 'text',
  email: 'text',
  contact_name: 'text',
  enabled: 'flag',
  description: 'text',
  latitude: 'number',
  longitude: 'number',
  country_id: 'text',
  region_id: 'int',
  region: 'text',
  city: 'text',
  street: 'text',
  postcode: 'text',
  phone: 'text',
  fax: 'text',
  use_default_carrier_config: 'flag',
  carrier_links: [{ carrier_code: 'text', position: 'int', extension_attributes: {} }],
  extension_attributes: { is_pickup_location_active: 'flag', frontend_name: 'text', frontend_description: 'text' },
} as const;
const sourceItems = [
  { sku: 'text', source_code: 'text', quantity: 'number', status: 'int', extension_attributes: {} },
] as const;
const stockFields = {
  stock_id: 'int',
  name: 'text',
  extension_attributes: { sales_channels: [{ type: 'text', code: 'text', extension_attributes: {} }] },
} as const;
const links = [{ stock_id: 'int', source_code: 'text', priority: 'int', extension_attributes: {} }] as const;

/** Sources, what lies in them, and the stocks that websites sell from. Void methods answer with an empty list. */
export function inventoryEndpoints(shop: Shop, desk: Desk, all: ShopCollections): Endpoint[] {
  const { sources, stocks, sourceLinks } = shop.tables;
  const noSource = (code: unknown) => noSuchEntity('source_code', code);
  const indexOf = (sku: unknown, code: unknown) =>
    shop.sourceItems.findIndex(item => item.sku === sku && item.sourceCode === code);
  const linkOf = (stockId: unknown, code: unknown) =>
    sourceLinks.rows().find(link => link.stock_id === stockId && link.source_code === code);

  /** A website sells from one stock: whoever gets its channel takes it from the others. */
  const saveStock = (stock: Body): unknown => {
    const channels = channelsOf(stock);
    for (const other of stocks.rows()) {
      if (other.stock_id === stock.stock_id) continue;
      const kept = channelsOf(other).filter(channel => !channels.some(({ code }) => code === channel.code));
      if (kept.length < channelsOf(other).length)
        stocks.put({ ...other, extension_attributes: { sales_channels: kept } });
    }
    stocks.put({ ...stock, extension_attributes: { sales_channels: channels } });
    return stock.stock_id;
  };

  return [
    ['GET /V1/inventory/sources', right.read, desk.list(all.sources)],
    [
      'GET /V1/inventory/sources/:sourceCode',
      right.read,
      ({ params }, scope) => desk.one(all.sources, params.sourceCode ?? '', scope, () => noSource(params.sourceCode)),
    ],
    [
      'POST /V1/inventory/sources',
      right.edit,
      desk.write({ source: sourceFields }, ({ input: { source } }) => {
        validate(
          (['source_code', 'name', 'country_id', 'postcode'] as const)
            .filter(name => !source[name])
            .map(name => `"${name}" can not be empty.`),
        );
        if (sources.get(source.source_code)) throw new Refused(refusal(400, 'Could not save Source'));
        sources.put({ enabled: true, use_default_carrier_config: true, carrier_links: [], ...source });
        return [];
      }),
    ],
    [
      'PUT /V1/inventory/sources/:sourceCode',
      right.edit,
      desk.write({ source: sourceFields }, ({ input: { source }, params }) => {
        const known = sources.get(params.sourceCode);
        if (!known) throw new Refused(noSource(params.sourceCode));
        sources.put({ ...known, ...source, source_code: known.source_code });
        return [];
      }),
    ],
    ['GET /V1/inventory/source-items', right.read, desk.list(all.sourceItems)],
    [
      'POST /V1/inventory/source-items',
      right.assign,
      desk.write({ sourceItems }, ({ input }) => {
        if (input.sourceItems.length === 0) throw new Refused(refusal(400, 'Input data is empty'));
        validate(
          input.sourceItems.flatMap(({ sku, source_code, quantity, status }) => [
            ...(sku ? [] : ['"sku" can not be empty.']),
            ...(sources.get(source_code) ? [] : [`Source with code "${source_code ?? ''}" does not exist.`]),
            ...(typeof quantity === 'number' ? [] : ['"quantity" should be numeric.']),
            ...(status === 0 || status === 1 ? [] : ['"status" should be a known status.']),
          ]),
        );
        for (const { sku, source_code, quantity, status } of input.sourceItems)
          setStock(shop.sourceItems, sku ?? '', source_code ?? '', quantity ?? 0, status === 1);
        return [];
      }),
    ],
    [
      'POST /V1/inventory/source-items-delete',
      right.assign,
      desk.write({ sourceItems }, ({ input }) => {
        if (input.sourceItems.length === 0) throw new Refused(refusal(400, 'Input data is empty'));
        for (const { sku, source_code } of input.sourceItems) {
          const index = indexOf(sku, source_code);
          if (index >= 0) shop.sourceItems.splice(index, 1);
        }
        return [];
      }),
    ],
    ['GET /V1/inventory/stocks', right.stock, desk.list(all.stocks)],
    [
      'GET /V1/inventory/stocks/:stockId',
      right.stock,
      ({ params }, scope) =>
        desk.one(all.stocks, params.stockId ?? '', scope, () => noSuchEntity('stock_id', params.stockId)),
    ],
    [
      'POST /V1/inventory/stocks',
      right.stockEdit,
      desk.write({ stock: stockFields }, ({ input: { stock } }) => {
        demand((['name'] as const).filter(name => !stock[name]));
        return saveStock({ ...stock, stock_id: stocks.nextId() });
      }),
    ],
    [
      'PUT /V1/inventory/stocks/:stockId',
      right.stockEdit,
      desk.write({ stock: stockFields }, ({ input: { stock }, params }) => {
        const known = stocks.get(params.stockId);
        if (!known) throw new Refused(noSuchEntity('stock_id', params.stockId));
        return saveStock({ ...known, ...stock, stock_id: known.stock_id });
      }),
    ],
    [
      'DELETE /V1/inventory/stocks/:stockId',
      right.stockDelete,
      desk.write({}, ({ params }) => {
        const stock = stocks.get(params.stockId);
        if (!stock) throw new Refused(noEntity());
        if (stock.stock_id === 1) throw new Refused(refusal(400, 'Default Stock could not be deleted.'));
        if (channelsOf(stock).length > 0)
          throw new Refused(refusal(400, 'At least one sales channel has this stock assigned to it.'));
        stocks.remove(params.stockId);
        for (const link of sourceLinks.rows()) if (link.stock_id === stock.stock_id) sourceLinks.remove(link.link_id);
        return [];
      }),
    ],
    ['GET /V1/inventory/stock-source-links', right.links, desk.list(all.sourceLinks)],
    [
      'POST /V1/inventory/stock-source-links',
      right.links,
      desk.write({ links }, ({ input }) => {
        validate(
          input.links.flatMap(({ stock_id, source_code }) => [
            ...(stocks.get(stock_id) ? [] : [`Stock with id "${stock_id ?? ''}" does not exist.`]),
            ...(sources.get(source_code) ? [] : [`Source with code "${source_code ?? ''}" does not exist.`]),
          ]),
        );
        for (const { extension_attributes: _, ...link } of input.links) {
          const linkId = linkOf(link.stock_id, link.source_code)?.link_id ?? sourceLinks.nextId();
          sourceLinks.put({ link_id: linkId, ...link, priority: link.priority ?? 1 });
        }
        return [];
      }),
    ],
    [
      'POST /V1/inventory/stock-source-links-delete',
      right.links,
      desk.write({ links }, ({ input }) => {
        for (const { stock_id, source_code } of input.links) sourceLinks.remove(linkOf(stock_id, source_code)?.link_id);
        return [];
      }),
    ],
  ];
}

type Channel = { readonly type?: string | null; readonly code?: string | null };

const channelsOf = (stock: Body): readonly Channel[] =>
  ((stock.extension_attributes as Body | undefined)?.sales_channels ?? []) as readonly Channel[];

/** Inventory tells everything that is wrong at once. */
function validate(messages: readonly string[]): void {
  if (messages.length === 0) return;
  throw new Refused(
    print({ message: 'Validation Failed', errors: messages.map(message => ({ message, parameters: [] })) }, 400),
  );
}
