import { ConfigError } from '@cartograph/core';

/** What was read through a connection that was removed meanwhile is not kept. */
export const unknownConnection = (connectionId: string): ConfigError =>
  new ConfigError(`There is no connection "${connectionId}": add it before anything is read through it`, {
    connectionId,
  });
