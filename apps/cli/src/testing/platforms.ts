import { connectors } from '@cartograph/connectors';

/** Every test of what holds for all platforms runs once for each. */
export const platforms: readonly string[] = connectors.map(({ id }) => id);

/** The words that leave the streams of a platform out that yield neither orders nor refunds: catalogs take the most time. */
export function onlySales(platform: string): string[] {
  const streams = Object.entries(connectors.find(({ id }) => id === platform)?.streams ?? {});
  const isSale = (yields: readonly string[]) => yields.includes('orders') || yields.includes('refunds');
  return ['--stream', ...streams.filter(([, { yields }]) => isSale(yields)).map(([name]) => name)];
}
