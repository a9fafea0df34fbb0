import { connectors } from '@cartograph/connectors';

/** Every test of what holds for all platforms runs once for each. */
export const platforms: readonly string[] = connectors.map(({ id }) => id);
