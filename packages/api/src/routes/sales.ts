import type { Host } from '@cartograph/core';
import { completeThrough } from '../completeness.js';
import { json } from '../http/json.js';
import { choice, day, readQuery } from '../http/parameters.js';
import { invalid } from '../http/problem.js';
import { completeSchema, list, nullable, object, text, whole } from '../openapi/answers.js';
import type { Route, Services } from '../route.js';
import { addDays, periods } from '../sales/calendar.js';
import { reportSales, zoneOfShop } from '../sales/report.js';
import { chooseConnections, connectionParameter } from '../visible.js';

const mostDays = 1100;
const usualDays = 30;

const parameters = {
  connection: connectionParameter,
  from: day(`The first day, in each shop's zone; ${usualDays} days before the last when left out.`),
  to: day('The last day, included; today when left out.'),
  by: choice('How days are put together; a week begins on Monday.', periods, 'day'),
};

export const salesRoutes = (services: Services): readonly Route[] => [
  {
    method: 'get',
    path: '/v1/metrics/sales',
    tag: 'metrics',
    summary: 'Sales by day, week or month',
    description: [
      'Each figure is an exact sum over the orders that were placed in the period, by currency. Canceled orders are no sales.',
      '`gross` = Σ `totals.grand` · `canceled` = what canceled units of these orders would have cost · `refunded` = Σ `totals.refunded`, on the',
      'day of the order · `net` = `gross` − `canceled` − `refunded` · `tax` = Σ `totals.tax` · `discount` = Σ `totals.discount` ·',
      '`averageOrderValue` = `gross` / `orders`. A period without orders has no row.',
    ].join('\n'),
    scope: 'read',
    query: parameters,
    answer: {
      status: 200,
      description: 'A row a period and currency.',
      schema: object({
        data: list(
          object({
            ...{ start: text, currency: text, orders: whole, gross: text, canceled: text, refunded: text, net: text },
            ...{ tax: text, discount: text, averageOrderValue: nullable(text) },
          }),
        ),
        zones: { type: 'object', additionalProperties: text, description: 'By connection: the zone of its days.' },
        completeThrough: completeSchema,
      }),
    },
    async handle(call) {
      const { connection, by, ...given } = readQuery(parameters, call.query);
      const connections = chooseConnections(call, connection);
      const { from, to } = daysOf(given, services.host);
      return json({
        data: await reportSales(services.storage, connections, { from, to, by }),
        zones: Object.fromEntries(connections.map(one => [one.id, zoneOfShop(one)])),
        completeThrough: await completeThrough(services, connections, 'orders'),
      });
    },
  },
];

function daysOf(
  given: { readonly from: string | null; readonly to: string | null },
  host: Host,
): { from: string; to: string } {
  const to = given.to ?? host.now().toISOString().slice(0, 10);
  const from = given.from ?? addDays(to, 1 - usualDays);
  if (from > to) throw invalid('from', `is after "to", which is ${to}`);
  if (addDays(from, mostDays) <= to) throw invalid('from', `is too early: ${mostDays} days at most, up to ${to}`);
  return { from, to };
}
