import { orderAddressBody } from '../bodies/address.js';
import type { Collection } from '../protocol/collection.js';
import { noEntity, Refused, refusal } from '../protocol/errors.js';
import { demand } from '../protocol/input.js';
import type { SaleSummary } from '../sales/ledger.js';
import type { Operations } from '../sales/operations.js';
import { canCancel, canHold, canUnhold, isStatusOfState } from '../sales/rules.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { SaleWriting } from './sale-writing.js';

const historyFields = {
  comment: 'text',
  created_at: 'text',
  entity_id: 'int',
  entity_name: 'text',
  is_customer_notified: 'int',
  is_visible_on_front: 'int',
  parent_id: 'int',
  status: 'text',
  extension_attributes: {},
} as const;

const addressFields = {
  address_type: 'text',
  city: 'text',
  company: 'text',
  country_id: 'text',
  customer_address_id: 'int',
  customer_id: 'int',
  email: 'text',
  entity_id: 'int',
  fax: 'text',
  firstname: 'text',
  lastname: 'text',
  middlename: 'text',
  parent_id: 'int',
  postcode: 'text',
  prefix: 'text',
  region: 'text',
  region_code: 'text',
  region_id: 'int',
  street: ['text'],
  suffix: 'text',
  telephone: 'text',
  vat_id: 'text',
  vat_is_valid: 'int',
  vat_request_date: 'text',
  vat_request_id: 'text',
  vat_request_success: 'int',
  extension_attributes: {},
} as const;

/** What becomes of an order without a document. A step that its state does not allow is refused, except a cancellation. */
export function orderActionEndpoints(
  shop: Shop,
  desk: Desk,
  orders: Collection<SaleSummary>,
  { onOrder }: SaleWriting,
  operations: Operations,
): Endpoint[] {
  /** A raw row with the number of an order changes that order; this shop takes no new ones, which only modules write so. */
  const save = desk.write({ entity: 'any' }, ({ input, at, scope }) => {
    const told = input.entity as { entity_id?: unknown; status?: unknown; ext_order_id?: unknown };
    demand(['entity_id'].filter(() => !told.entity_id));
    const sale = shop.ledger.sale(Number(told.entity_id));
    if (!sale) throw new Refused(noEntity());
    if (typeof told.status === 'string') sale.status = told.status;
    if (typeof told.ext_order_id === 'string') sale.externalId = told.ext_order_id;
    sale.updatedAt = at;
    shop.ledger.keep(sale);
    return desk.one(orders, String(sale.id), scope, noEntity);
  });

  return [
    [
      'POST /V1/orders/:id/cancel',
      'Magento_Sales::cancel',
      onOrder({}, (sale, { at }) => {
        if (!canCancel(sale)) return false;
        operations.cancel(sale, at);
        return true;
      }),
    ],
    [
      'POST /V1/orders/:id/hold',
      'Magento_Sales::hold',
      onOrder({}, (sale, { at }) => {
        if (!canHold(sale)) throw new Refused(refusal(400, 'A hold action is not available.'));
        operations.hold(sale, at, null);
        return true;
      }),
    ],
    [
      'POST /V1/orders/:id/unhold',
      'Magento_Sales::unhold',
      onOrder({}, (sale, { at }) => {
        if (!canUnhold(sale)) throw new Refused(refusal(400, 'You cannot remove the hold.'));
        operations.unhold(sale, at);
        return true;
      }),
    ],
    ['POST /V1/orders/:id/emails', 'Magento_Sales::emails', onOrder({}, () => true)],
    [
      'POST /V1/orders/:id/comments',
      'Magento_Sales::comment',
      onOrder({ statusHistory: historyFields }, (sale, { input: { statusHistory: entry }, at }) => {
        if (entry.status && !isStatusOfState(sale, entry.status)) {
          const message = 'Unable to add comment: The status "%1" is not part of the order status history.';
          throw new Refused(refusal(400, message, [entry.status]));
        }
        operations.comment(sale, at, entry.comment ?? null, entry.status ?? undefined, {
          isNotified: entry.is_customer_notified === 1,
          isVisible: entry.is_visible_on_front === 1,
        });
        return true;
      }),
    ],
    ['PUT /V1/orders/create', 'Magento_Sales::create', save],
    ['POST /V1/orders', 'Magento_Sales::create', save],
    [
      'PUT /V1/orders/:id',
      'Magento_Sales::actions_edit',
      onOrder({ entity: addressFields }, (sale, { input: { entity } }) => {
        const type = entity.address_type === 'shipping' ? 'shipping' : 'billing';
        demand(['firstname', 'lastname', 'city', 'country_id', 'telephone'].filter(name => !entity[name as 'city']));
        if (type === 'shipping' && !sale.shipping) throw new Refused(noEntity());
        const { entity_id: _, parent_id: __, extension_attributes: ___, ...changes } = entity;
        sale.addresses[type] = { ...sale.addresses[type], ...changes };
        return orderAddressBody(sale, type);
      }),
    ],
  ];
}
