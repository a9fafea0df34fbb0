import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Json, type OrderJson, openShop, units } from './testing.js';

const shop = openShop({ orders: 5, products: 40 });
const ids = (shop.simulator.truth().products ?? []).map(Number);

const cents = (least: number, most: number) =>
  fc.integer({ min: least * 100, max: most * 100 }).map(amount => amount / 100);

const custom = fc
  .record({ name: fc.constant('Custom'), quantity: fc.integer({ min: 1, max: 5 }), price_ex_tax: cents(1, 90) })
  .map(line => ({ ...line, price_inc_tax: Number((line.price_ex_tax * 1.1).toFixed(2)) }));
const catalog = fc.record({ product_id: fc.constantFrom(...ids), quantity: fc.integer({ min: 1, max: 5 }) });

const place = fc.constantFrom(
  { country_iso2: 'AU', state: 'Victoria' },
  { country_iso2: 'US', state: 'California' },
  { country_iso2: 'US', state: 'Texas' },
  { country_iso2: 'DE' },
);

/** Products with several variants need a choice: the first one. */
const withVariant = async (line: Json): Promise<Json> => {
  if (line.product_id === undefined) return line;
  const { data } = await shop.read<{ data: { id: number }[] }>(
    `/v3/catalog/products/${line.product_id}/variants?limit=1`,
  );
  return { ...line, variant_id: data[0]?.id };
};

const lines = fc.array(fc.oneof(custom, catalog), { minLength: 1, maxLength: 4 });
const amount = fc.option(cents(0, 30), { nil: undefined });

const sum = (rows: readonly Json[], name: string): number => rows.reduce((total, row) => total + units(row[name]), 0);

async function expectBooksToAgree(order: OrderJson): Promise<void> {
  const path = `/v2/orders/${order.id}`;
  const products = await shop.read<Json[]>(`${path}/products?limit=250`);
  const taxes = await shop.read<Json[]>(`${path}/taxes?details=true&limit=250`);
  const { fees = [] } = (await shop.read<{ fees?: Json[] }>(`${path}/fees`)) ?? {};
  const inclusive = order.is_tax_inclusive_pricing === true;
  const side = inclusive ? 'inc' : 'ex';
  const entered =
    units(order[`subtotal_${side}_tax`]) +
    units(order[`shipping_cost_${side}_tax`]) +
    units(order[`handling_cost_${side}_tax`]) +
    units(order[`wrapping_cost_${side}_tax`]) +
    sum(fees, inclusive ? 'cost_inc_tax' : 'cost_exc_tax') -
    units(order.discount_amount);
  expect(units(order[`total_${side}_tax`])).toBe(entered);
  expect(units(order.total_inc_tax) - units(order.total_ex_tax)).toBe(units(order.total_tax));
  expect(sum(taxes, 'line_amount')).toBe(units(order.total_tax));
  expect(sum(products, `total_${side}_tax`)).toBe(units(order[`subtotal_${side}_tax`]));
  for (const product of products)
    expect(units(product[`price_${side}_tax`]) * Number(product.quantity)).toBe(units(product[`total_${side}_tax`]));
}

/** Everything that an order was paid for comes to what it cost. */
async function expectAllToComeBack(order: OrderJson): Promise<void> {
  const path = `/v2/orders/${order.id}`;
  const products = await shop.read<Json[]>(`${path}/products?limit=250`);
  const addresses = await shop.read<Json[]>(`${path}/shipping_addresses`);
  const { fees = [] } = (await shop.read<{ fees?: Json[] }>(`${path}/fees`)) ?? {};
  const charge = (item_type: string, rows: readonly Json[], name: string) =>
    rows.filter(row => units(row[name]) > 0).map(row => ({ item_type, item_id: row.id, amount: Number(row[name]) }));
  const items = [
    ...products.map(({ id, quantity }) => ({ item_type: 'PRODUCT', item_id: id, quantity })),
    ...charge('SHIPPING', addresses, 'cost_inc_tax'),
    ...charge('FEE', fees, 'cost_inc_tax'),
  ];
  if (units(order.total_inc_tax) === 0) return;
  const { body } = await shop.send<{ data: Json }>('POST', `/v3/orders/${order.id}/payment_actions/refund_quotes`, {
    items,
  });
  expect(units(body.data.total_refund_amount)).toBe(units(order.total_inc_tax));
  expect(units(body.data.total_refund_tax_amount)).toBe(units(order.total_tax));
}

test('the books of a written order agree, and go on agreeing when it is changed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        place,
        bought: lines,
        added: lines,
        shipping: amount,
        fee: amount,
        discount: amount,
        quantity: fc.integer({ min: 0, max: 4 }),
      }),
      async ({ place, bought, added, shipping, fee, discount, quantity }) => {
        const fees = fee
          ? [{ type: 'custom_fee', display_name_customer: 'Rush', cost_ex_tax: fee, cost_inc_tax: fee }]
          : [];
        const { status, body } = await shop.send<OrderJson>('POST', '/v2/orders', {
          billing_address: { ...place, first_name: 'A', last_name: 'B', zip: '1' },
          products: await Promise.all(bought.map(withVariant)),
          ...(shipping === undefined ? {} : { base_shipping_cost: shipping }),
          ...(discount === undefined ? {} : { discount_amount: Math.min(discount, 0.5) }),
          fees,
        });
        expect([status, body]).toMatchObject([200, {}]);
        await expectBooksToAgree(body);
        const [first] = await shop.read<Json[]>(`/v2/orders/${body.id}/products`);
        const products = [...(await Promise.all(added.map(withVariant))), { id: first?.id, quantity }];
        const changed = await shop.send<OrderJson>('PUT', `/v2/orders/${body.id}`, { products });
        expect(changed.status).toBe(200);
        await expectBooksToAgree(changed.body);
        await expectAllToComeBack(changed.body);
      },
    ),
    { numRuns: 40, seed: 20_260_701 },
  );
});
