import { currencyDecimals, type ResourceName, type Run } from '@cartograph/core';
import type { Reconciliation } from '@cartograph/sync';
import { describeReconciliations } from '../commands/reconcile.js';
import { recordTable } from '../output/record-table.js';
import { describeRun } from '../output/run.js';
import { figure, table } from '../output/table.js';
import type { Revenue } from './revenue.js';

export interface DemoReport {
  readonly database: string;
  readonly incremental: boolean;
  /** How long the reading took. */
  readonly seconds: number;
  readonly shops: readonly DemoShop[];
  readonly revenue: readonly Revenue[];
}

export interface DemoShop {
  readonly connection: string;
  readonly platform: string;
  readonly run: Run;
  readonly records: Readonly<Record<ResourceName, number>>;
  readonly reconciliation: Reconciliation;
  /** Id of one of its orders, to look at; null where there is none. */
  readonly anOrder: string | null;
}

export const describeReport = (report: DemoReport): string =>
  [
    `\n${reading(report)}\n`,
    ...report.shops.map(({ run }) => describeRun(run)),
    `In the database now\n\n${recordTable(report.shops.map(({ connection, platform, records }) => ({ name: connection, platform, records })))}\n`,
    `Does all money add up to the platforms' own figures?\n\n${describeReconciliations(report.shops.map(({ reconciliation }) => reconciliation))}\n`,
    `Revenue over all shops, by currency and month\n\n${revenueTable(report.revenue)}\n`,
    next(report),
  ].join('\n');

function reading({ incremental, seconds, shops }: DemoReport): string {
  const seen = shops.flatMap(({ run }) => Object.values(run.streams)).reduce((sum, stream) => sum + stream.seen, 0);
  const what = `${figure(seen)} native records from ${shops.length} shops in ${seconds.toFixed(1)} s`;
  return incremental
    ? `Incremental run: read ${what}; only what changed since the last run. (Delete the database to start anew.)`
    : `First run: read ${what}.`;
}

function revenueTable(revenue: readonly Revenue[]): string {
  const rows = revenue.map(({ currency, month, orders, gross, canceled, refunded, net }) => [
    currency,
    month,
    figure(orders),
    ...[gross, canceled, refunded, net].map(amount => figure(amount, currencyDecimals(currency))),
  ]);
  return table(['currency', 'month', 'orders', 'gross', 'canceled', 'refunded', 'net'], rows);
}

const next = ({ database, shops }: DemoReport): string =>
  [
    'What to try next',
    '',
    '  npm run demo                          again: reads only what changed since',
    `  npx cartograph status --db ${database}`,
    `  npx cartograph list orders --db ${database} --limit 5`,
    `  npx cartograph reconcile --db ${database}`,
    ...shops
      .slice(0, 1)
      .map(
        ({ connection, anOrder }) =>
          `  npx cartograph explain orders ${anOrder} totals --connection ${connection} --db ${database}`,
      ),
    `  npx cartograph drift --db ${database}`,
    '  npx cartograph connect --help         a shop of your own',
  ].join('\n');
