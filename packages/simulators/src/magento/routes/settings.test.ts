import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, type List, read, readAll, send, where } from '../testing.js';

const make = () => createMagentoSimulator({ orders: 5 });
type Simulator = ReturnType<typeof make>;
const post = <T = Json>(simulator: Simulator, path: string, body: Json) =>
  send<T>(simulator, 'POST', `V1/${path}`, body);
const put = <T = Json>(simulator: Simulator, path: string, body: Json) => send<T>(simulator, 'PUT', `V1/${path}`, body);
const remove = (simulator: Simulator, path: string) => send(simulator, 'DELETE', `V1/${path}`);

test('a tax rate and the rule that uses it are made, found, changed and deleted in turn', async () => {
  const simulator = make();
  const taxRate = { tax_country_id: 'FR', rate: 20, code: 'FR-TVA' };
  const { body: rate } = await post(simulator, 'taxRates', { taxRate });
  expect(rate).toMatchObject({ ...taxRate, tax_region_id: 0, tax_postcode: '*', titles: [] });
  const found = await read<List>(simulator, `/rest/V1/taxRates/search?${where(['tax_country_id', 'eq', 'FR'])}`);
  expect(found.items).toEqual([rate]);
  expect(simulator.truth().taxCodes).toContain('FR-TVA');
  expect((await post(simulator, 'taxRates', { taxRate })).status).toBe(400);
  expect(await post(simulator, 'taxRates', { taxRate: { code: 'X' } })).toMatchObject({ body: { errors: [{}, {}] } });
  expect((await put(simulator, 'taxRates', { taxRate: { id: rate.id, rate: 5.5 } })).body).toEqual({
    ...rate,
    rate: 5.5,
  });
  const rule = {
    code: 'France',
    priority: 0,
    position: 0,
    customer_tax_class_ids: [3],
    product_tax_class_ids: [2],
    tax_rate_ids: [rate.id],
  };
  const { body: made } = await post(simulator, 'taxRules', { rule });
  expect(made).toMatchObject({ ...rule, calculate_subtotal: false });
  expect((await post(simulator, 'taxRules', { rule: { ...rule, code: 'F', tax_rate_ids: [999] } })).status).toBe(404);
  expect((await remove(simulator, `taxRates/${rate.id}`)).status).toBe(400);
  expect((await remove(simulator, `taxRules/${made.id}`)).body).toBe(true);
  expect((await remove(simulator, `taxRates/${rate.id}`)).body).toBe(true);
  expect((await send(simulator, 'GET', `V1/taxRates/${rate.id}`)).status).toBe(404);
});

test('tax classes answer with their number, as text, and stay while they are used', async () => {
  const simulator = make();
  const taxClass = { class_name: 'Food', class_type: 'PRODUCT' };
  const { body: id } = await post<string>(simulator, 'taxClasses', { taxClass });
  expect(await read(simulator, `/rest/V1/taxClasses/${id}`)).toEqual({ class_id: Number(id), ...taxClass });
  expect((await put<string>(simulator, `taxClasses/${id}`, { taxClass: { class_name: 'Foods' } })).body).toBe(id);
  expect((await post(simulator, 'taxClasses', { taxClass: { ...taxClass, class_name: 'Foods' } })).status).toBe(400);
  expect((await remove(simulator, `taxClasses/${id}`)).body).toBe(true);
  expect((await remove(simulator, 'taxClasses/3')).status).toBe(400);
});

test('orders name rules and coupons that there are', async () => {
  const simulator = createMagentoSimulator({ orders: 120 });
  const codes = (await readAll(simulator, 'coupons/search')).map(({ code }) => code);
  const rules = (await readAll(simulator, 'salesRules/search')).map(({ rule_id }) => String(rule_id));
  const orders = await readAll(simulator, 'orders');
  for (const { coupon_code, applied_rule_ids } of orders.filter(order => order.discount_amount !== 0)) {
    if (coupon_code !== undefined) expect(codes).toContain(coupon_code);
    expect(rules).toContain(applied_rule_ids);
  }
});

test('a rule has coupons, made one by one or many at once, and they go with it', async () => {
  const simulator = make();
  const rule = {
    name: 'Launch',
    website_ids: [1],
    customer_group_ids: [0, 1],
    discount_amount: 5,
    coupon_type: 'SPECIFIC_COUPON',
  };
  const { body: made } = await post(simulator, 'salesRules', { rule });
  expect(made).toMatchObject({ ...rule, is_active: true, times_used: 0 });
  const changed = await put(simulator, `salesRules/${made.rule_id}`, { rule: { is_active: false } });
  expect(changed.body).toEqual({ ...made, is_active: false });
  const coupon = { rule_id: made.rule_id, code: 'LAUNCH', usage_limit: 3 };
  const { body: one } = await post(simulator, 'coupons', { coupon });
  expect(one).toMatchObject({ ...coupon, times_used: 0, type: 0 });
  expect((await post(simulator, 'coupons', { coupon })).status).toBe(400);
  expect((await post(simulator, 'coupons', { coupon: { rule_id: 3, code: 'NO' } })).status).toBe(400);
  const couponSpec = {
    rule_id: made.rule_id,
    format: 'alphanum',
    quantity: 3,
    length: 8,
    prefix: 'L-',
    delimiter_at_every: 4,
    delimiter: '.',
  };
  const { body: codes } = await post<string[]>(simulator, 'coupons/generate', { couponSpec });
  expect([codes.length, new Set(codes).size]).toEqual([3, 3]);
  for (const code of codes) expect(code).toMatch(/^L-[A-Z0-9]{4}\.[A-Z0-9]{4}$/);
  const deleted = await post(simulator, 'coupons/deleteByCodes', {
    codes: [codes[0], 'NEVER'],
    ignoreInvalidCoupons: true,
  });
  expect(deleted.body).toEqual({ failed_items: [], missing_items: ['NEVER'] });
  const ofRule = async () =>
    (await read<List>(simulator, `/rest/V1/coupons/search?${where(['rule_id', 'eq', String(made.rule_id)])}`)).items;
  expect((await ofRule()).map(({ code }) => code)).toEqual(['LAUNCH', codes[1], codes[2]]);
  expect(
    (await post(simulator, 'coupons/deleteByIds', { ids: [one.coupon_id], ignoreInvalidCoupons: false })).status,
  ).toBe(200);
  expect((await remove(simulator, `salesRules/${made.rule_id}`)).body).toBe(true);
  expect(await ofRule()).toEqual([]);
});

test('pages and blocks are written, found by their identifier, and deleted', async () => {
  const simulator = make();
  for (const [path, name] of [
    ['cmsPage', 'page'],
    ['cmsBlock', 'block'],
  ] as const) {
    const content = { identifier: 'about-us', title: 'About us', content: '<p>We.</p>' };
    const { body } = await post(simulator, path, { [name]: content });
    expect(body).toMatchObject({ ...content, active: true });
    expect((await post(simulator, path, { [name]: content })).status).toBe(400);
    expect((await post(simulator, path, { [name]: { title: 'No name' } })).status).toBe(400);
    const { body: changed } = await put(simulator, `${path}/${body.id}`, { [name]: { title: 'Who we are' } });
    expect(changed).toMatchObject({ ...content, title: 'Who we are', creation_time: body.creation_time });
    const list = await read<List>(simulator, `/rest/V1/${path}/search?${where(['identifier', 'eq', 'about-us'])}`);
    expect(list.items).toEqual([changed]);
    expect((await remove(simulator, `${path}/${body.id}`)).body).toBe(true);
    expect((await send(simulator, 'GET', `V1/${path}/${body.id}`)).status).toBe(404);
  }
});
