import { type BigCommerceConfig, createBigCommerceClient } from '@cartograph/bigcommerce';
import { type ClientOptions, createHost } from '@cartograph/connector-kit';
import { createIconicClient, type IconicConfigInput } from '@cartograph/iconic';
import { createMagentoClient, type MagentoConfigInput } from '@cartograph/magento';

export type Platform = 'iconic' | 'bigcommerce' | 'magento';

/** All orders of a shop, by its own client. The platform's quota is no part of the measurement. */
type List = (config: unknown, options: ClientOptions) => AsyncIterable<unknown>;

export const ours: Readonly<Record<Platform, List>> = {
  iconic: (config, options) =>
    createIconicClient(
      { ...(config as IconicConfigInput), requestsPerSecond: 1000 },
      createHost(),
      options,
    ).orders.iterate(),
  bigcommerce: (config, options) =>
    createBigCommerceClient(config as BigCommerceConfig, createHost(), options).orders.iterate(),
  magento: (config, options) =>
    createMagentoClient(config as MagentoConfigInput, createHost(), options).orders.iterate(),
};
