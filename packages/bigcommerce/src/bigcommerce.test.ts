import { connectorConformance, fixtureConformance, lineageConformance } from '@cartograph/conformance';
import { createBigCommerceSimulator } from '@cartograph/simulators';
import { test } from 'vitest';
import { bigcommerce } from './connector.js';

connectorConformance(test, clock => {
  const simulator = createBigCommerceSimulator({ orders: 300, elapsedMs: clock.elapsedMs });
  const config: Record<string, unknown> = { ...simulator.config('https://shop.example'), includeIncomplete: true };
  const { orders = [], customers = [], products = [], categories = [], locations = [], ...more } = simulator.truth();
  const { paymentMethods = [], taxRates = [] } = more;
  return {
    connector: bigcommerce,
    config,
    fetch: simulator.fetch,
    truth: {
      orders,
      customers,
      products,
      categories,
      locations,
      paymentMethods,
      taxRates,
      company: [String(config.storeHash)],
    },
    tamper: (stream, id, change) => {
      // The code of a payment method is its id, which the rule about corrupt records does not know.
      const changed = (body: unknown) =>
        stream === 'paymentMethods' ? { ...(change(body) as object), code: id } : change(body);
      simulator.tamper(stream === 'company' ? 'store' : stream, id, changed);
    },
    advance: () => simulator.advance(60),
  };
});

const notTaken = 'money that was not taken is part of no sum';
const contradicts = 'the figures of the documentation contradict each other: it has no proof to lose';
const catalogPrice = 'part of no sum; calculated_price is what rules for options leave of it, and no witness';
const split = 'without its transaction it is the only witness of how the total was split';

fixtureConformance(test, bigcommerce, new URL('../fixtures/', import.meta.url), {
  unchecked: {
    'order.status_id': 'no amount: an offline payment, and a refund without a record, are told by the status alone',
    'order.store_credit_amount': split,
    'order.gift_certificate_amount': split,
    'refunds[*].total_tax': 'the items of a refund state no tax to hold it against',
    'product.price': catalogPrice,
    'product.sale_price': catalogPrice,
    'product.variants[*].price': catalogPrice,
    'product.variants[*].sale_price': catalogPrice,
  },
  unproven: {
    'orders/canceled': notTaken,
    'orders/contradictory-fees-of-an-example': contradicts,
    'orders/contradictory-lines-of-an-example': contradicts,
    'orders/contradictory-tax-of-an-example': contradicts,
    'orders/declined': notTaken,
    'orders/unknown-status': notTaken,
  },
});

lineageConformance(test, bigcommerce, new URL('../fixtures/', import.meta.url));
