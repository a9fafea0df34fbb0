import { parseArgs } from 'node:util';
import { type ApiResult, benchApi } from './api.js';
import { benchCommitCost, type CommitCost } from './commit-cost.js';
import { benchFullSync, type Fulfillments, type FullSyncResult } from './full-sync.js';
import { benchIterate, type IterateResult } from './iterate/bench.js';
import { benchLanes, type LanesResult } from './lanes.js';
import { benchMemory, type MemoryResult } from './memory.js';
import { benchNormalize, type NormalizeResult } from './normalize.js';
import { benchRates, type RateResult } from './rate.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    orders: { type: 'string', default: '10000,50000' },
    fulfillments: { type: 'string', default: 'shipments,none' },
    stored: { type: 'string', default: '10000,100000,1000000' },
    read: { type: 'string', default: '20000,200000' },
    listed: { type: 'string', default: '10000' },
    served: { type: 'string', default: '10000,100000' },
    backfill: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const names = ['full-sync', 'memory', 'normalize', 'commit-cost', 'rate', 'lanes', 'api', 'iterate'];
if (values.only !== undefined && !names.includes(values.only))
  throw new TypeError(`--only takes one of ${names.join(', ')}, and not "${values.only}"`);
const rounds = Number(values.rounds);
const wanted = (name: string): boolean => values.only === undefined || values.only === name;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;
const rate = (records: number): string => `${Math.round(records)}/s`;

const describeSync = ({ orders, pages, fulfillments, bareRate, syncRate, ratio, ...peak }: FullSyncResult): string =>
  [
    `Full sync of ${orders} BigCommerce orders (${pages} requests) into SQLite, fulfillments: ${fulfillments}`,
    `  bare fetch + JSON.parse  ${rate(bareRate).padStart(9)}  peak ${megabytes(peak.barePeakBytes)}`,
    `  full sync                ${rate(syncRate).padStart(9)}  peak ${megabytes(peak.syncPeakBytes)}`,
    `  share of the bare loop   ${(ratio * 100).toFixed(0)} %\n`,
  ].join('\n');

const describeMemory = ({ orders, peakBytes, ratio }: MemoryResult): string =>
  [`${orders} orders`.padStart(16), `peak ${megabytes(peakBytes)}`.padStart(14), ratio.toFixed(2).padStart(7)].join('');

const describeNormalize = ({ platform, stream, bytes, parse, normalize, ratio }: NormalizeResult): string =>
  [
    platform.padEnd(12),
    stream.padEnd(16),
    `${(bytes / 1024).toFixed(1)} KB`.padStart(8),
    `${parse.toFixed(1)} µs`.padStart(10),
    `${normalize.toFixed(1)} µs`.padStart(10),
    ratio.toFixed(2).padStart(8),
  ].join('');

const describeCommit = ({ stored, time, work, ratio, peakBytes, fileBytes }: CommitCost): string =>
  [
    `${stored} stored`.padStart(16),
    `${time.toFixed(1)} µs`.padStart(11),
    `${work.toFixed(1)} µs of work`.padStart(19),
    ratio.toFixed(2).padStart(7),
    `peak ${megabytes(peakBytes)}`.padStart(13),
    `file ${megabytes(fileBytes)}`.padStart(14),
  ].join('');

const describeApi = ({ orders, name, bytes, answerer, rate: requests, p99Ms, share }: ApiResult): string =>
  [
    `${orders} stored`.padStart(16),
    `  ${name}`.padEnd(18),
    `${(bytes / 1024).toFixed(0)} KB`.padStart(7),
    `  ${answerer}`.padEnd(19),
    rate(requests).padStart(9),
    `p99 ${p99Ms.toFixed(1)} ms`.padStart(14),
    answerer === 'API' ? '' : percent(share).padStart(9),
  ].join('');

const describeIterate = ({ platform, records, requests, reader, cpuMs, ratio, peakBytes }: IterateResult): string =>
  [
    platform.padEnd(12),
    reader.padEnd(26),
    `${records} in ${requests} pages`.padStart(22),
    `${cpuMs.toFixed(0)} ms`.padStart(9),
    ratio.toFixed(2).padStart(7),
    `peak ${megabytes(peakBytes)}`.padStart(14),
  ].join('');

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const describeRate = ({ platform, quota, inFlight, others, share, refused }: RateResult): string =>
  [
    platform.padEnd(12),
    quota.padEnd(14),
    `${inFlight} in flight`.padEnd(13),
    `beside ${others}`.padEnd(28),
    percent(share).padStart(8),
    `${refused} refused`.padStart(12),
  ].join('');

const describeLanes = ({ orders, requests, aloneMs, besideMs, ratio, ...rest }: LanesResult): string =>
  [
    `A run for what is new (${Math.round(requests)} requests) beside a backfill of ${orders} orders, on the smallest plan of BigCommerce, in virtual time`,
    `  alone                    ${Math.round(aloneMs)} ms, the slowest ${rest.slowestAloneMs} ms`,
    `  beside the backfill      ${Math.round(besideMs)} ms, the slowest ${rest.slowestBesideMs} ms`,
    `  ratio                    ${ratio.toFixed(2)}`,
    `  of the quota used        ${percent(rest.share)}, ${rest.refused} refused`,
  ].join('\n');

const say = (text: string): void => {
  if (!values.json) process.stdout.write(`${text}\n`);
};

const fullSync: FullSyncResult[] = [];
if (wanted('full-sync')) {
  for (const orders of values.orders.split(',').map(Number)) {
    for (const fulfillments of values.fulfillments.split(',') as Fulfillments[]) {
      const result = await benchFullSync(orders, fulfillments, rounds);
      fullSync.push(result);
      say(describeSync(result));
    }
  }
}
const memory = wanted('memory') ? await benchMemory(values.read.split(',').map(Number), rounds) : [];
if (memory.length > 0) {
  say('Memory of a full sync of BigCommerce orders into SQLite, fulfillments: none, against the first');
  for (const result of memory) say(describeMemory(result));
}
const normalize = wanted('normalize') ? await benchNormalize(500, rounds) : [];
if (normalize.length > 0) {
  say('A record: JSON.parse of its text, normalizing it, and the ratio of the two');
  for (const result of normalize) say(describeNormalize(result));
}
const commitCost = wanted('commit-cost') ? await benchCommitCost(values.stored.split(',').map(Number)) : [];
if (commitCost.length > 0) {
  say('Committing an order of two lines, its payment and its customer, while so many are stored');
  for (const result of commitCost) say(describeCommit(result));
}
const rates = wanted('rate') ? await benchRates() : [];
if (rates.length > 0) {
  say('What of a quota is used, in virtual time');
  for (const result of rates) say(describeRate(result));
}
const lanes = wanted('lanes') ? await benchLanes(Number(values.backfill), 24) : null;
if (lanes) say(describeLanes(lanes));
const served: ApiResult[] = [];
if (wanted('api')) {
  say('Requests to the API beside bare Hono handlers with the same answer, and what the API reaches of each');
  for (const orders of values.served.split(',').map(Number)) {
    for (const result of await benchApi(orders, rounds)) {
      served.push(result);
      say(describeApi(result));
    }
  }
}
const listed: IterateResult[] = [];
if (wanted('iterate')) {
  say('Listing all orders: processor time, against the bare loop, and the most memory held');
  for (const orders of values.listed.split(',').map(Number)) {
    for (const result of await benchIterate(orders, rounds)) {
      listed.push(result);
      say(describeIterate(result));
    }
  }
}
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ fullSync, memory, normalize, commitCost, rates, lanes, served, listed })}\n`,
  );
