import { always, derived, mapper } from '@cartograph/connector-kit';
import { type OrderTotals, subtract } from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import type { OrderFigures } from './order-figures.js';

export const toTotals = mapper<OrderFigures, OrderTotals, IconicShop>({
  grand: derived(
    '`grandTotal`, to which credits that were taken off it are added; where it is missing `unitPriceSumWithFees` less the discounts of the items',
    figures => figures.grand,
  ),
  tax: derived('the sum of `taxAmount` over the items; the header states none', figures => figures.tax),
  discount: derived(
    '`unitPriceSumWithFees` − `grandTotal`, less the tax that the discounts of the items took off; from the items where the header lacks either',
    figures => figures.discount,
  ),
  gratuity: always('0', 'the marketplace has no gratuities'),
  refunded: derived(
    'the prices of the units returned, or not delivered where the shop refunds those',
    figures => figures.refunded,
  ),
  net: derived('`grand` − `refunded`', ({ grand, refunded }) => subtract(grand, refunded)),
  paid: derived(
    'what the units cost with their fees, except those canceled, which are not charged, and those whose payment is pending',
    figures => figures.paid,
  ),
  due: derived('`grand` − `paid`: the canceled units stay in it', ({ grand, paid }) => subtract(grand, paid)),
  platformTotal: derived('`grandTotal`; where it is missing, as `grand`', figures => figures.platformTotal),
});
