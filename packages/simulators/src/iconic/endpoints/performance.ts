import { json, type Route } from '../../http.js';
import { moneyNumber } from '../../money.js';
import { universalText } from '../dates.js';
import { readQuery } from '../query.js';
import { commission, paidPrice } from '../shop/amounts.js';
import type { Unit } from '../shop/dispatch.js';
import { type ItemRecord, statusOf } from '../shop/order.js';
import type { World } from '../world.js';

const dayMs = 86_400_000;
const spans = { year: 365, month: 30, week: 7, day: 1, alltime: Number.POSITIVE_INFINITY } as const;

const unitsSince = ({ shop }: World, from: number): Unit[] =>
  shop.orders.filter(order => order.createdAt >= from).flatMap(order => order.items.map(item => ({ order, item })));

/** Of a hundred, with two decimals. */
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100);

const shippedWithin = (units: readonly Unit[], ms: number) =>
  units.filter(({ order, item }) =>
    item.history.some(({ status, at }) => status === 'shipped' && at - order.createdAt <= ms),
  ).length;

const inStatus = (units: readonly Unit[], status: string) => units.filter(({ item }) => statusOf(item) === status);

function metricsBody(world: World, type: keyof typeof spans) {
  const { variants } = world.shop.catalog;
  const units = unitsSince(world, world.now() - spans[type] * dayMs);
  const total = (amount: (item: ItemRecord) => number) =>
    moneyNumber(units.reduce((sum, { item }) => sum + amount(item), 0));
  return {
    statistic_type: type,
    sku_number: variants.length,
    sku_active_number: variants.filter(({ status }) => status === 'active').length,
    sales_total: total(paidPrice),
    orders: new Set(units.map(({ order }) => order.id)).size,
    commissions: total(commission),
    two_day_shipment_percentage: percent(shippedWithin(units, 2 * dayMs), units.length),
    returns_percentage: percent(inStatus(units, 'returned').length, units.length),
    cancellations_percentage: percent(inStatus(units, 'canceled').length, units.length),
  };
}

const periodDays = 30;

/** One rating for the thirty days before `to`. */
function ratingBody(world: World, from: number, to: number) {
  const units = unitsSince(world, from).filter(({ order }) => order.createdAt <= to);
  const kpi = (name: string, value: number, best: number) => {
    const score = Math.max(0, Math.min(5, Math.round((5 - Math.abs(value - best) / 10) * 100) / 100));
    return {
      name,
      period: periodDays,
      kpiValue: value,
      kpiUnit: '%',
      rating: score >= 4 ? 'good' : score >= 2.5 ? 'fair' : 'poor',
      score,
      weight: 1 / 3,
      sellerRatingScore: Math.round((score / 3) * 100) / 100,
    };
  };
  const kpis = [
    kpi('cancellation_rate', percent(inStatus(units, 'canceled').length, units.length), 0),
    kpi('return_rate', percent(inStatus(units, 'returned').length, units.length), 0),
    kpi('on_time_shipment_rate', percent(shippedWithin(units, 2 * dayMs), units.length), 100),
  ];
  const overallScore = Math.round((kpis.reduce((sum, { score }) => sum + score, 0) / kpis.length) * 100) / 100;
  return { overallScore, endDate: universalText(to), calculationDate: universalText(to), kpis };
}

/** Counts are text, and keys start with a capital. */
function statisticsBody({ shop }: World) {
  const units = shop.orders.flatMap(order => order.items);
  const { variants } = shop.catalog;
  return {
    Orders: String(shop.orders.length),
    OrderItems: String(units.length),
    OrderItemsPending: String(units.filter(item => statusOf(item) === 'pending').length),
    Products: String(variants.length),
    ProductsActive: String(variants.filter(({ status }) => status === 'active').length),
  };
}

/** How the seller does, worked out from what is in the shop. */
export const performanceRoutes = (world: World): Route[] => [
  [
    'GET /v2/seller-rating',
    ({ query }) => {
      const read = readQuery(query, 422);
      const to = read.instant('to', 'end') ?? world.now();
      const from = read.instant('from', 'start') ?? to - periodDays * dayMs;
      read.check();
      return json([ratingBody(world, from, to)]);
    },
  ],
  ['GET /v2/seller-statistics', () => json([statisticsBody(world)])],
  [
    'GET /v2/seller-metrics',
    () => json((['year', 'month', 'week', 'day', 'alltime'] as const).map(type => metricsBody(world, type))),
  ],
];
