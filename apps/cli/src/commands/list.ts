import { ConfigError, type ResourceName, type StoredRecord } from '@cartograph/core';
import { type CommonOptions, chooseConnections, createApp } from '../app.js';
import { table } from '../output/table.js';
import type { Shell } from '../shell.js';
import { readCount } from './count.js';
import { readResource } from './resource.js';

export interface ListOptions extends CommonOptions {
  readonly connection?: string;
  readonly since?: string;
  readonly limit: string;
}

export async function list(shell: Shell, resourceName: string, options: ListOptions): Promise<void> {
  const app = createApp(shell, options);
  const resource = readResource(resourceName);
  const limit = readCount('--limit', options.limit);
  const found: StoredRecord[] = [];
  await app.withStorage(async storage => {
    if (options.connection) await chooseConnections(storage, [options.connection]);
    const query = {
      resource,
      ...(options.connection ? { connectionId: options.connection } : {}),
      ...(options.since ? { syncedSince: readSince(options.since) } : {}),
      // One more than is shown tells whether there are more.
      ...(limit > 0 ? { limit: limit + 1 } : {}),
    };
    for await (const record of storage.records(query)) found.push(record);
  });
  const hasMore = limit > 0 && found.length > limit;
  if (hasMore) found.pop();
  if (app.terminal.json) return app.terminal.printJson({ [resource]: found });
  app.terminal.print(
    table(
      ['connection', ...columns[resource].map(([title]) => title)],
      found.map(record => rowOf(resource, record)),
    ),
  );
  if (hasMore) app.terminal.say(`The first ${limit}; --limit 0 shows all.`);
}

type Column = readonly [title: string, path: string];

/** What a person wants to see of each kind at a glance. */
const columns: Readonly<Record<ResourceName, readonly Column[]>> = {
  companyInfo: [
    ['id', 'id'],
    ['name', 'name'],
    ['currency', 'baseCurrency'],
    ['zone', 'timeZone'],
  ],
  customers: [
    ['id', 'id'],
    ['name', 'name'],
    ['e-mail', 'email'],
    ['created', 'createdAt'],
  ],
  orders: [
    ['id', 'id'],
    ['number', 'number'],
    ['placed', 'placedAt'],
    ['status', 'status'],
    ['payment', 'paymentStatus'],
    ['currency', 'currency'],
    ['grand', 'totals.grand'],
    ['refunded', 'totals.refunded'],
    ['net', 'totals.net'],
  ],
  products: [
    ['id', 'id'],
    ['name', 'name'],
    ['type', 'type'],
    ['status', 'status'],
    ['variants', 'variants.length'],
  ],
  payments: [
    ['id', 'id'],
    ['order', 'orderId'],
    ['created', 'createdAt'],
    ['status', 'status'],
    ['type', 'type'],
    ['currency', 'currency'],
    ['amount', 'amount'],
  ],
  refunds: [
    ['id', 'id'],
    ['order', 'orderId'],
    ['created', 'createdAt'],
    ['status', 'status'],
    ['currency', 'currency'],
    ['amount', 'amount'],
  ],
  productCategories: [
    ['id', 'id'],
    ['name', 'name'],
    ['status', 'status'],
    ['depth', 'ancestors.length'],
  ],
  paymentMethods: [
    ['id', 'id'],
    ['name', 'name'],
    ['type', 'type'],
    ['status', 'status'],
  ],
  fulfillments: [
    ['id', 'id'],
    ['order', 'orderId'],
    ['shipped', 'shippedAt'],
    ['status', 'status'],
    ['method', 'method'],
    ['tracking', 'tracking.0.number'],
  ],
  transactions: [
    ['id', 'id'],
    ['created', 'createdAt'],
    ['type', 'type'],
    ['raw', 'typeRaw'],
    ['currency', 'currency'],
    ['amount', 'amount'],
    ['payout', 'payoutId'],
  ],
  payouts: [
    ['id', 'id'],
    ['number', 'number'],
    ['status', 'status'],
    ['paid', 'paidAt'],
    ['currency', 'currency'],
    ['amount', 'amount'],
  ],
  disputes: [
    ['id', 'id'],
    ['order', 'orderId'],
    ['created', 'createdAt'],
    ['status', 'status'],
    ['currency', 'currency'],
    ['amount', 'amount'],
  ],
  locations: [
    ['id', 'id'],
    ['name', 'name'],
    ['type', 'type'],
    ['status', 'status'],
  ],
  taxComponents: [
    ['id', 'id'],
    ['name', 'name'],
    ['rate', 'rate'],
    ['country', 'country'],
    ['status', 'status'],
  ],
};

function rowOf(resource: ResourceName, record: StoredRecord): string[] {
  const cell = (path: string): string => {
    const value = path
      .split('.')
      .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], record);
    return value === null || value === undefined ? '–' : String(value);
  };
  return [record.connectionId, ...columns[resource].map(([, path]) => cell(path))];
}

function readSince(text: string): string {
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw new ConfigError(`--since takes a date such as 2026-01-31 or 2026-01-31T09:30:00Z, and not "${text}"`);
}
