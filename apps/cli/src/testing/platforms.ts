import { connectors } from '@cartograph/connectors';

/** Every test of what holds for all platforms runs once for each. */
export const platforms: readonly string[] = connectors.map(({ id }) => id);

const sales = ['orders', 'refunds', 'transactions', 'payouts'];

/** The words that leave out the streams of a platform that yield neither orders nor money: catalogs take the most time. */
export function onlySales(platform: string): string[] {
  const streams = Object.entries(connectors.find(({ id }) => id === platform)?.streams ?? {});
  const isSale = (yields: readonly string[]) => yields.some(name => sales.includes(name));
  return ['--stream', ...streams.filter(([, { yields }]) => isSale(yields)).map(([name]) => name)];
}
