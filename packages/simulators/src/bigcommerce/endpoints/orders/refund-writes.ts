import { type Call, json, type Route } from '../../../http.js';
import { moneyNumber, toMoney } from '../../../money.js';
import { objectOf } from '../../records/body.js';
import { type Doc, isDoc } from '../../records/fields.js';
import { invalid, problem, Refusal, refuse } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import type { OrderRecord, RefundEntry } from '../../shop/order-book.js';
import { planRefund, type RefundPlan, refundWays } from '../../shop/refund-request.js';
import { refundBody } from '../../views/payments.js';
import type { Api } from '../api.js';
import { orderEntryIn, orderIn } from './orders.js';

/** The platform lists such refusals. */
const refuseRefund = (title: string) => new Refusal(422, { data: [problem(422, title)] });

/** How the money is to go back; must come to the total, by ways that a quote would offer. */
function paymentsOf(record: OrderRecord, sent: unknown, total: number) {
  const payments = (Array.isArray(sent) ? sent : []).filter(isDoc).map(payment => ({
    provider: String(payment.provider_id ?? ''),
    amount: toMoney(Number(payment.amount)),
    offline: payment.offline === true,
    declined: false,
  }));
  if (payments.length === 0) throw invalid('v3', { payments: 'The required field payments was not supplied.' });
  if (record.order.customerId === 0 && payments.some(({ provider }) => provider === 'storecredit'))
    throw refuseRefund('Unable to provide store credit for a guest customer.');
  const offered = new Map(
    refundWays(record, total)
      .flat()
      .map(way => [way.provider, way] as const),
  );
  for (const { provider, amount } of payments) {
    const most = refundWays(record, total)
      .flat()
      .reduce((sum, way) => (way.provider === provider ? Math.max(sum, way.amount) : sum), 0);
    if (!offered.has(provider) || amount > most)
      throw refuseRefund(`The provider ${provider} cannot give back this amount.`);
  }
  if (payments.reduce((sum, { amount }) => sum + amount, 0) !== total)
    throw refuseRefund('The payments do not come to the amount of the refund.');
  return payments;
}

const quoteBody = (record: OrderRecord, plan: RefundPlan) => ({
  order_id: record.order.id,
  total_refund_amount: moneyNumber(plan.total),
  total_refund_tax_amount: moneyNumber(plan.tax),
  order_level_refund_amount: moneyNumber(plan.orderLevel),
  rounding: 0,
  adjustment: moneyNumber(plan.adjustment),
  tax_inclusive: record.order.zone.inclusive,
  refund_methods: refundWays(record, plan.total).map(ways =>
    ways.map(({ provider, description, amount, offline }) => ({
      provider_id: provider,
      provider_description: description,
      amount: moneyNumber(amount),
      offline,
      offline_provider: offline,
      offline_reason: offline ? 'This provider does not give money back by itself.' : '',
    })),
  ),
});

export function refundWriteRoutes(base: string, api: Api): Route[] {
  const { orders, customers, clock } = api.shop;
  const actions = `${base}/v3/orders/:id/payment_actions`;
  const now = () => toSecond(clock.now());

  const credit = (customerId: number, amount: number) => {
    const entry = customers.entry(customerId);
    if (!entry || amount === 0) return;
    const customer = customers.customer(entry);
    const { fields = {}, password = null } = entry.written ?? {};
    const storeCredit = customer.storeCredit + moneyNumber(amount);
    customers.write(entry, { customer: { ...customer, storeCredit }, fields, password }, now());
  };

  const refund = async (call: Call): Promise<Response> => {
    orderEntryIn(api, call, 'v3');
    const body = await objectOf('v3', call.request);
    const entry = orderEntryIn(api, call, 'v3');
    const record = orders.record(entry);
    const plan = planRefund(record, body);
    const override = isDoc(body.merchant_calculated_override) ? body.merchant_calculated_override : null;
    const total = override ? toMoney(Number(override.total_amount)) : plan.total;
    const tax = override ? toMoney(Number(override.total_tax)) : plan.tax;
    const payments =
      body.tax_adjustment_amount === undefined || body.payments !== undefined
        ? paymentsOf(record, body.payments, total)
        : [];
    const reason = String(body.reason ?? '');
    orders.happen(entry, {
      type: 'giveBack',
      at: now(),
      reason,
      items: plan.items,
      payments,
      total,
      tax,
      overridden: override !== null,
    });
    credit(
      record.order.customerId,
      payments.reduce((sum, { provider, amount }) => (provider === 'storecredit' ? sum + amount : sum), 0),
    );
    const made = orders.refundsOf(entry.id).at(-1) as RefundEntry;
    return json({ data: api.serve('refunds', made.id, refundBody(made, orders.refund(made))), meta: {} }, 201);
  };

  /** Nothing but an authorization can be taken, or let go. The order tells that the gateway was asked. */
  const ask =
    (type: 'capture' | 'void') =>
    (call: Call): Response => {
      const entry = orderEntryIn(api, call, 'v3');
      const { state } = orders.record(entry);
      if (state.paymentStatus !== 'authorized')
        throw refuse(
          'v3',
          422,
          `The payment of order ${entry.id} is not one that can be ${type === 'void' ? 'voided' : 'captured'}.`,
        );
      orders.happen(entry, { type: 'ask', at: now(), what: `${type} pending` });
      orders.expect(entry, { type, at: now() });
      return json({}, 201);
    };

  return [
    [
      `POST ${actions}/refund_quotes`,
      async call => {
        orderIn(api, call, 'v3');
        const body: Doc = await objectOf('v3', call.request);
        const record = orderIn(api, call, 'v3');
        return json({ data: quoteBody(record, planRefund(record, body)), meta: {} }, 201);
      },
    ],
    [`POST ${actions}/refunds`, refund],
    [`POST ${actions}/capture`, ask('capture')],
    [`POST ${actions}/void`, ask('void')],
  ];
}
