import { createBigCommerceSimulator, createIconicSimulator, createMagentoSimulator } from '@cartograph/simulators';

/** A shop of each platform, by the connector's id. */
export const simulators = {
  iconic: createIconicSimulator,
  bigcommerce: createBigCommerceSimulator,
  magento: createMagentoSimulator,
} as const;
