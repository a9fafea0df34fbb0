import { parseArgs } from 'node:util';
import { benchFullSync, type FullSyncResult } from './full-sync.js';

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '10000,50000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;
const rate = (records: number): string => `${Math.round(records)}/s`;

const describe = ({ orders, pages, bareRate, syncRate, ratio, barePeakBytes, syncPeakBytes }: FullSyncResult): string =>
  [
    `Full sync of ${orders} BigCommerce orders (${pages} requests) into SQLite`,
    `  bare fetch + JSON.parse  ${rate(bareRate).padStart(9)}  peak ${megabytes(barePeakBytes)}`,
    `  full sync                ${rate(syncRate).padStart(9)}  peak ${megabytes(syncPeakBytes)}`,
    `  share of the bare loop   ${(ratio * 100).toFixed(0)} %\n`,
  ].join('\n');

const results: FullSyncResult[] = [];
for (const orders of values.orders.split(',').map(Number)) {
  const result = await benchFullSync(orders, Number(values.rounds));
  results.push(result);
  if (!values.json) process.stdout.write(`${describe(result)}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify({ fullSync: results })}\n`);
