import { type Call, json, type Route } from '../../../http.js';
import { objectOf } from '../../records/body.js';
import { type Doc, isDoc } from '../../records/fields.js';
import { notFound, refuse, refuseStock } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import { stockKey } from '../../views/inventory.js';
import type { Api } from '../api.js';
import type { StockRow } from './inventory.js';

const adjustedAtOnce = 2000;
const most = 2_147_483_647;

type Identity = 'product_id' | 'variant_id' | 'sku';
const identities: readonly Identity[] = ['product_id', 'variant_id', 'sku'];

/** One item of an adjustment, found in the catalog. */
interface Adjustment extends StockRow {
  readonly locationId: number;
  readonly quantity: number;
  readonly name: string;
}

export function stockWriteRoutes(base: string, { shop, records }: Api): Route[] {
  const { catalog, clock, news, silent } = shop;
  const inventory = `${base}/v3/inventory`;
  let transactions = 0;
  const done = () => json({ transaction_id: `adj-${String(++transactions).padStart(8, '0')}` });

  /** The stock that an identity means, with what it is called. */
  const rowOf = (item: Doc): StockRow & { readonly by: Identity; readonly name: string } => {
    const by = identities.find(name => item[name] !== undefined);
    if (!by)
      throw refuseStock('Payload contains invalid fields', { identity: 'sku, variant_id or product_id is required' });
    const wanted = item[by];
    const name = `${by} ${wanted}`;
    for (const product of catalog.listed) {
      if (by === 'product_id' && product.id !== Number(wanted)) continue;
      const variant =
        by === 'product_id'
          ? product.variants[0]
          : product.variants.find(({ id, sku }) => (by === 'sku' ? sku === wanted : id === Number(wanted)));
      if (variant) return { product, variant, by, name };
    }
    throw refuseStock(`Items with identity: [${name}] were not found`);
  };

  const itemsIn = async ({ request }: Call, name: string): Promise<Doc[]> => {
    const items = (await objectOf('v3', request))[name];
    if (!Array.isArray(items) || items.length === 0 || !items.every(isDoc))
      throw refuseStock('Payload contains invalid fields', { [name]: `${name} is required` });
    if (items.length > adjustedAtOnce)
      throw refuse(
        'v3',
        413,
        `The request payload is too large. The maximum items allowed in the array is ${adjustedAtOnce}`,
      );
    return items;
  };

  const adjustmentOf = (item: Doc, least: number): Adjustment => {
    const { product, variant, by, name } = rowOf(item);
    const quantity = Number(item.quantity);
    if (!Number.isInteger(quantity) || quantity < least || quantity > most)
      throw refuseStock('Payload contains invalid fields', { quantity: `The quantity of ${name} is not valid.` });
    if (!records.locations.find(item.location_id)) throw refuseStock(`Location ${item.location_id} was not found`);
    if (by === 'variant_id' && product.tracking === 'product')
      throw refuseStock(`[Item with ${name} is tracked by product, please update stock by product id]`);
    if (by === 'product_id' && product.tracking === 'variant')
      throw refuseStock(`[Item with ${name} is tracked by variant, please update stock by variant id]`);
    return { product, variant, quantity, name, locationId: Number(item.location_id) };
  };

  const tell = ({ product, variant, quantity }: Adjustment, method: string) => {
    const stock = { product_id: product.id, method, value: quantity };
    if (product.tracking === 'variant')
      news.tell('sku/inventory/updated', {
        type: 'sku',
        id: variant.skuId ?? variant.id,
        inventory: { ...stock, variant_id: variant.id },
      });
    else news.tell('product/inventory/updated', { type: 'product', id: product.id, inventory: stock });
    news.tell('product/updated', { type: 'product', id: product.id });
  };

  const put = (adjustments: readonly Adjustment[], method: string, units: (row: Adjustment) => number) => {
    for (const row of adjustments) {
      row.variant.stock.set(row.locationId, units(row));
      if (!silent) row.product.live.modifiedAt = toSecond(clock.now());
      tell(row, method);
    }
    return done();
  };

  return [
    [
      `PUT ${inventory}/adjustments/absolute`,
      async call => {
        const rows = (await itemsIn(call, 'items')).map(item => adjustmentOf(item, 0));
        return put(rows, 'absolute', ({ quantity }) => quantity);
      },
    ],
    [
      `POST ${inventory}/adjustments/relative`,
      async call => {
        const rows = (await itemsIn(call, 'items')).map(item => adjustmentOf(item, -most));
        const uncounted = rows.filter(
          ({ product, variant, locationId }) => product.tracking === 'none' || !variant.stock.has(locationId),
        );
        if (uncounted.length > 0)
          throw refuseStock(
            `Items with identity: [${uncounted.map(({ name }) => name).join(', ')}] requires absolute adjustment before relative`,
          );
        const short = rows.find(
          ({ variant, locationId, quantity }) => (variant.stock.get(locationId) ?? 0) + quantity < 0,
        );
        if (short) throw refuseStock(`Of the item with ${short.name} there are not as many units`);
        return put(
          rows,
          'relative',
          ({ variant, locationId, quantity }) => (variant.stock.get(locationId) ?? 0) + quantity,
        );
      },
    ],
    [
      `PUT ${inventory}/locations/:id/items`,
      async call => {
        const location = records.locations.find(call.params.id);
        if (!location) throw notFound('v3');
        const items = await itemsIn(call, 'settings');
        const rows = items.map(({ identity, ...settings }, index) => {
          if (Object.keys(settings).length === 0)
            throw refuseStock('Payload contains invalid fields', {
              [`setting.${index}.settings`]:
                'At least one setting must be specified: warning_level, is_in_stock or safety_stock',
            });
          return { settings, ...rowOf(isDoc(identity) ? identity : {}) };
        });
        for (const { variant, settings } of rows) {
          const key = stockKey(variant.id, location.id);
          records.stockSettings.set(key, { ...records.stockSettings.get(key), ...settings });
        }
        return done();
      },
    ],
  ];
}
