import { type Money, moneyNumber, moneyText } from '../../money.js';
import { localText, zeroDate } from '../dates.js';
import { uuid } from '../seeded.js';
import { seller } from '../seller.js';
import { grandTotal, unitPriceSumWithFees } from '../shop/amounts.js';
import { type ItemRecord, isPacked, type OrderRecord, statusOf } from '../shop/order.js';
import { shopperOf } from '../shop/shoppers.js';
import type { World } from '../world.js';
import { addressesBody, customerBody } from './address.js';
import { orderItemBody } from './order-item.js';
import { type Traits, traitsOf } from './traits.js';

const never = { zero: zeroDate, null: null, blank: '' } as const;
const emptyVoucher = { null: { code: null, type: null }, blank: { code: '', type: '' } } as const;
const extraAttributes = { null: null, text: '', map: {} } as const;

function statusCounts(items: readonly ItemRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[statusOf(item)] = (counts[statusOf(item)] ?? 0) + 1;
  return counts;
}

function servedItem(
  world: World,
  order: OrderRecord,
  item: ItemRecord,
  traits: Traits,
  withVouchers: boolean,
): unknown {
  return world.serve('orderItems', item.id, orderItemBody(world.shop.seeded, order, item, traits, withVouchers));
}

/** One unit outside of its order. */
export const looseItemBody = (world: World, order: OrderRecord, item: ItemRecord, withVouchers: boolean): unknown =>
  servedItem(world, order, item, traitsOf(world.shop.seeded, order), withVouchers);

export function orderBody(world: World, order: OrderRecord, withVouchers: boolean): unknown {
  const { seeded } = world.shop;
  const traits = traitsOf(seeded, order);
  const person = shopperOf(seeded, order.shopper);
  const money = (amount: Money) => (traits.textMoney ? moneyText(amount, order.decimals) : moneyNumber(amount));
  return world.serve('orders', order.id, {
    uuid: uuid(seeded('uuid', order.id)),
    invoiceRequired: order.index % 40 === 0,
    id: order.id,
    regionId: order.country === 'AU' ? '1' : '2',
    sellerId: seller.id,
    number: order.number,
    customer: customerBody(person, traits),
    address: addressesBody(order, person, traits),
    nationalRegistrationNumber: null,
    payoutPending: order.payoutPending,
    gift: { option: order.index % 50 === 0, message: null },
    voucher: order.voucher ?? emptyVoucher[traits.emptyVoucher],
    deliveryInfo: traits.never === 'null' ? null : '',
    paymentMethod: order.paymentMethod,
    currency: order.currency,
    remarks: '',
    createdAt: localText(order.createdAt),
    updatedAt: localText(order.updatedAt),
    addressUpdatedAt: order.addressUpdatedAt === null ? never[traits.never] : localText(order.addressUpdatedAt),
    exchangeByOrderId: null,
    exchangeForOrderId: null,
    extraAttributes: extraAttributes[traits.extraAttributes],
    statusList: statusCounts(order.items),
    source: traits.sourceMissing ? null : order.country === 'AU' ? 'THE ICONIC AU' : 'THE ICONIC NZ',
    itemCount: order.items.length,
    unitPriceSumWithFees: money(unitPriceSumWithFees(order)),
    shippingFeeSstSum: 0,
    ...(traits.grandTotalMissing ? {} : { grandTotal: money(grandTotal(order)) }),
    targetToShip: null,
    shipmentProviderType: order.items.some(isPacked) ? order.shippingSpeed : null,
    shipmentProviderPreSelected: false,
    packedItemsCount: order.items.filter(isPacked).length,
    orderItemIds: order.items.map(item => item.id),
    items: order.items.map(item => servedItem(world, order, item, traits, withVouchers)),
    ...(traits.importedAtShown ? { importedAt: localText(order.createdAt) } : {}),
  });
}
