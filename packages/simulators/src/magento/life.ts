import { toMoney } from '../money.js';
import { createRandom, type Random } from '../random.js';
import { minute } from './clock.js';
import { methodFor, pickFate } from './sales/fate.js';
import { type Operations, openQuantity, refundable, unshipped } from './sales/operations.js';
import { placeSale } from './sales/place.js';
import type { Sale } from './sales/sale.js';
import { createCustomer } from './shop/customers.js';
import { createShelves } from './shop/selling.js';
import type { Shop } from './shop/shop.js';

/** Lets the shop live on, event by event; each moves the clock some minutes. */
export function createLife(shop: Shop, operations: Operations): (events: number) => void {
  const shelf = createShelves(shop.catalog);
  let happened = 0;

  const order = (random: Random, at: number) => {
    const id = shop.ledger.summaries().length + 1;
    const buyer = random.chance(0.7) ? random.pick(shop.customers) : null;
    const fate = pickFate(random);
    const sale = placeSale({ seed: shop.seed, id, at, random, customer: buyer, shelf, paidIn: shop.paidIn }, source =>
      methodFor(fate, source),
    );
    if (sale.method.isOnline) operations.invoice(sale, at, openQuantity, true);
    else operations.comment(sale, at, 'Order placed');
    shop.ledger.keep(sale);
  };

  /** Does something to the first of some orders that it can be done to; places an order when there is none. */
  const change = (random: Random, at: number, fits: (sale: Sale) => boolean, act: (sale: Sale) => void) => {
    for (let attempt = 0; attempt < 40; attempt++) {
      const sale = shop.ledger.sale(random.int(1, shop.ledger.summaries().length));
      if (!sale || sale.canceledAt !== null || !fits(sale)) continue;
      act(sale);
      shop.ledger.keep(sale);
      return;
    }
    order(random, at);
  };

  const events: Readonly<Record<string, (random: Random, at: number) => void>> = {
    order,
    payment: (random, at) =>
      change(
        random,
        at,
        sale => sale.state !== 'holded' && (hasOpenInvoice(sale) || sale.lines.some(line => openQuantity(line) > 0)),
        sale => {
          if (hasOpenInvoice(sale)) operations.capture(sale, at);
          else operations.invoice(sale, at, openQuantity, true);
        },
      ),
    shipment: (random, at) =>
      change(
        random,
        at,
        sale => sale.invoices.length > 0 && sale.lines.some(line => unshipped(line) > 0),
        sale => operations.ship(sale, at, unshipped),
      ),
    refund: (random, at) =>
      change(random, at, isRefundable, sale => {
        const isWhole = sale.totals.order.giftCards + sale.totals.order.storeCredit > 0 || random.chance(0.5);
        operations.refund(sale, at, {
          quantity: line => (isWhole ? refundable(line) : line === sale.lines[0] ? Math.min(1, refundable(line)) : 0),
          shippingShare: isWhole && sale.shipping ? 10_000 : 0,
          positive: 0,
          negative: 0,
          isOnline: sale.method.isOnline && random.chance(0.8),
        });
      }),
    cancellation: (random, at) =>
      change(
        random,
        at,
        sale => sale.invoices.length === 0 && sale.shipments.length === 0 && sale.state !== 'holded',
        sale => operations.cancel(sale, at),
      ),
    customer: (random, at) => {
      if (random.chance(0.5)) {
        const created = createCustomer(shop.seed, shop.newCustomerId() - 1, shop.orders);
        shop.customers.push({ ...created, createdAt: at, updatedAt: at });
      } else {
        const index = random.int(0, shop.customers.length - 1);
        const customer = shop.customers[index];
        if (customer)
          shop.customers[index] = {
            ...customer,
            contact: { ...customer.contact, phone: `04${random.int(10_000_000, 99_999_999)}` },
            updatedAt: at,
          };
      }
      shop.touch();
    },
    product: (random, at) => {
      const index = random.int(0, shop.products.length - 1);
      const product = shop.products[index];
      if (product) {
        const prices = Object.fromEntries(
          Object.entries(product.prices).map(([site, price]) => [site, price + toMoney(1)]),
        );
        shop.products[index] = { ...product, prices, updatedAt: at };
      }
      shop.touch();
    },
    // Neither the product nor anything else gets a new time stamp from this.
    stock: random => {
      const item = random.pick(shop.sourceItems);
      item.quantity = random.int(0, 200);
      shop.touch();
    },
  };
  const weights = [
    ['order', 40],
    ['payment', 14],
    ['shipment', 14],
    ['refund', 10],
    ['cancellation', 6],
    ['customer', 6],
    ['product', 6],
    ['stock', 4],
  ] as const;

  return count => {
    for (let index = 0; index < count; index++) {
      const random = createRandom(shop.seed, 90_000_000 + happened++);
      const at = shop.clock.move(random.int(1, 9) * minute);
      events[random.weighted(weights)]?.(random, at);
    }
  };
}

const hasOpenInvoice = (sale: Sale): boolean => sale.invoices.some(({ state }) => state === 1);

const isRefundable = (sale: Sale): boolean =>
  sale.creditMemos.length === 0 &&
  sale.invoices.length > 0 &&
  !hasOpenInvoice(sale) &&
  sale.totals.order.grand > 0 &&
  sale.lines.some(line => refundable(line) > 0);
