import { measureChild, startChild } from './child.js';
import type { Measured } from './measured.js';
import { median } from './median.js';

/** A full sync beside the bare loop over the same pages, in one run. */
export interface FullSyncResult {
  readonly orders: number;
  readonly fulfillments: Fulfillments;
  readonly pages: number;
  /** Records a second. */
  readonly bareRate: number;
  readonly syncRate: number;
  /** `syncRate / bareRate`. */
  readonly ratio: number;
  readonly barePeakBytes: number;
  readonly syncPeakBytes: number;
}

/** `shipments` asks once for each order of which something has shipped; `none` asks for the pages of orders and little else. */
export type Fulfillments = 'shipments' | 'none';

export interface ServerConfig {
  readonly baseUrl: string;
  readonly accessToken: string;
}

/** The two are measured in turn, `rounds` times, each in a fresh process; the medians count. */
export async function benchFullSync(
  orders: number,
  fulfillments: Fulfillments,
  rounds: number,
): Promise<FullSyncResult> {
  const server = startChild('./server.js', [String(orders)]);
  try {
    const config = { ...((await server.answer) as ServerConfig), fulfillments };
    await measureChild('./measure-sync.js', config);
    const paths = (await (await fetch(`${config.baseUrl}/pages`)).json()) as string[];
    const bare: Measured[] = [];
    const sync: Measured[] = [];
    for (let round = 0; round < rounds; round++) {
      bare.push(await measureChild('./measure-bare.js', { ...config, paths }));
      sync.push(await measureChild('./measure-sync.js', config));
    }
    const wrong = [...bare, ...sync].find(({ records }) => records !== orders);
    if (wrong) throw new Error(`${wrong.records} records were read of ${orders}`);
    const bareRate = median(bare.map(rateOf));
    const syncRate = median(sync.map(rateOf));
    return {
      orders,
      fulfillments,
      pages: paths.length,
      bareRate,
      syncRate,
      ratio: syncRate / bareRate,
      barePeakBytes: Math.max(...bare.map(({ peakBytes }) => peakBytes)),
      syncPeakBytes: Math.max(...sync.map(({ peakBytes }) => peakBytes)),
    };
  } finally {
    server.process.kill();
  }
}

const rateOf = ({ records, seconds }: Measured): number => records / seconds;
