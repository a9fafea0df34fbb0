import { z } from 'zod';

const id = z.number();
const key = z.union([z.string(), z.number()]);
const either = { id: key.nullish() };

const named = z.object({ type: z.string().nullish(), id });
const inventory = z.object({ product_id: id, variant_id: id.nullish(), method: z.string(), value: z.number() });
const priceListRecord = z.object({ price_list_id: id, variant_id: id, currency: z.string() });

/** What `data` holds, by kind of event. Events carry ids alone: the record is fetched by them. */
export const eventData = {
  order: named,
  orderStatus: named.extend({
    status: z.object({ previous_status_id: id, new_status_id: id }).nullish(),
  }),
  orderMessage: named.extend({ message: z.object({ order_message_id: id }) }),
  orderRefund: named.extend({ refund: z.object({ refund_id: id }) }),
  /** Of one sales channel: the order's id has another name. */
  channelOrder: z.object({ order_id: id }),
  transaction: z.object({ order_id: key, transaction_id: key }),
  metafield: z.object({ metafield_id: id, resource_id: key, resource_type: z.string().nullish() }),
  product: named,
  productInventory: named.extend({ inventory }),
  sku: named.extend({ sku: z.object({ product_id: id, variant_id: id }) }),
  skuInventory: named.extend({ inventory }),
  category: named,
  customer: named,
  /** `id` is the address's. */
  customerAddress: named.extend({ address: z.object({ customer_id: id }) }),
  subscriber: named,
  shipment: named.extend({ orderId: id }),
  cart: z.object({ type: z.string().nullish(), id: z.string() }),
  cartLineItem: z.object({ type: z.string().nullish(), id: z.string(), cartId: z.string() }),
  priceList: z.object({ price_list_id: id }),
  priceLists: z.object({ price_list_ids: z.array(id) }),
  priceListRecord,
  priceListRecords: z.array(priceListRecord),
  priceListAssignment: z.object({ price_list_id: id, channel_id: id.nullish(), customer_group_id: id.nullish() }),
  location: z.object({ location_id: id }),
  channelStock: z.object({ product_id: id, variant_id: id, location_id: id.nullish() }),
  channel: z.object(either),
  option: named.extend({ affected_product_ids: z.array(id).nullish() }),
  store: z.object(either),
  appUninstalled: z.object(either),
  hookFailure: z.object({ id: key.nullish(), error_code: z.number(), message: z.string().nullish() }),
} as const;

type Kind = keyof typeof eventData;

/** The first that fits. Scopes of one channel name it after `channel/`. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/metafield\//, 'metafield'],
  [/^channel\/[^/]+\/order\//, 'channelOrder'],
  [/^channel\/[^/]+\/inventory\//, 'channelStock'],
  [/^channel\//, 'channel'],
  [/^order\/statusUpdated$/, 'orderStatus'],
  [/^order\/message\//, 'orderMessage'],
  [/^order\/refund\//, 'orderRefund'],
  [/^order\/transaction\//, 'transaction'],
  [/^order\//, 'order'],
  [/^product\/inventory\//, 'productInventory'],
  [/^product\//, 'product'],
  [/^sku\/inventory\//, 'skuInventory'],
  [/^sku\//, 'sku'],
  [/^category\//, 'category'],
  [/^customer\/address\//, 'customerAddress'],
  [/^customer\//, 'customer'],
  [/^subscriber\//, 'subscriber'],
  [/^shipment\//, 'shipment'],
  [/^cart\/lineItem\//, 'cartLineItem'],
  [/^cart\//, 'cart'],
  [/^priceList\/records\//, 'priceListRecords'],
  [/^priceList\/record\//, 'priceListRecord'],
  [/^priceList\/assignment\//, 'priceListAssignment'],
  [/^priceLists\//, 'priceLists'],
  [/^priceList\//, 'priceList'],
  [/^inventory\/location\//, 'location'],
  [/^(?:option|modifier)\//, 'option'],
  [/^information\//, 'store'],
  [/^app\/uninstalled$/, 'appUninstalled'],
  [/^hook\//, 'hookFailure'],
];

/** `kind` tells which `data` it is; `other` is an event that is not known here, or whose data are not as documented. */
export type EventContent =
  | { [Name in Kind]: { readonly kind: Name; readonly data: z.infer<(typeof eventData)[Name]> } }[Kind]
  | { readonly kind: 'other'; readonly data: unknown };

export function contentOf(scope: string, data: unknown): EventContent {
  const kind = kinds.find(([pattern]) => pattern.test(scope.replace(/^store\//, '')))?.[1];
  // Of a union of pairs TypeScript does not know that the kind and the schema of one name belong together.
  return kind !== undefined && eventData[kind].safeParse(data).success
    ? ({ kind, data } as EventContent)
    : { kind: 'other', data };
}
