/** What the operations are given: the least that each of them takes. */
export const person = { email: 'ann@example.org', firstname: 'Ann', lastname: 'Smith' };
export const link = { sku: 'B', qty: 1 };
export const address = {
  entity_id: 1,
  address_type: 'billing',
  firstname: 'Ann',
  lastname: 'Smith',
  street: ['1 Main St'],
  city: 'Austin',
  postcode: '78701',
  country_id: 'US',
  telephone: '1',
};
export const option = { attribute_id: '93', label: 'Color', values: [{ value_index: 5 }] };
export const bundleOption = { title: 'Size', type: 'select' };
export const download = { title: 'Song', link_type: 'url', link_url: 'https://files.example/song' };
export const sample = { title: 'Song', sample_type: 'url', sample_url: 'https://files.example/song' };
export const image = { content: { base64_encoded_data: 'iVBORw==', type: 'image/png', name: 'a.png' } };
export const field = { title: 'Engraving', type: 'field' };
export const related = { link_type: 'related', linked_product_sku: 'B' };
export const special = { sku: 'A', price: 1, price_from: '2026-01-01 00:00:00', price_to: '2026-02-01 00:00:00' };
export const tier = { sku: 'A', price: 1, price_type: 'fixed', quantity: 5 };
export const source = { name: 'Attic', country_id: 'US', postcode: '78701' };
export const rule = {
  name: 'Ten',
  website_ids: [1],
  customer_group_ids: [1],
  simple_action: 'by_percent',
  discount_amount: 10,
};
export const taxRule = { code: 'R', customer_tax_class_ids: [3], product_tax_class_ids: [2], tax_rate_ids: [1] };
export const track = { order_id: 1, track_number: '1Z', title: 'UPS', carrier_code: 'ups' };
export const attribute = { attribute_code: 'fabric', frontend_input: 'text', default_frontend_label: 'Fabric' };
export const place = { sku: 'A', source_code: 'attic' };
