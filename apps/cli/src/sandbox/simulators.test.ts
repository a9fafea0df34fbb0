import { connectors } from '@cartograph/connectors';
import { UnsupportedError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createSimulator } from './simulators.js';

test.each(connectors.map(({ id }) => id))('%s has a sandbox whose settings its connector takes', platform => {
  const connector = connectors.find(({ id }) => id === platform);
  const simulator = createSimulator(platform, { orders: 1 });
  expect(simulator.platform).toBe(platform);
  expect(connector?.config.safeParse(simulator.config('http://127.0.0.1:8801'))).toMatchObject({ success: true });
});

test.each(['shopify', 'toString'])('there is no sandbox for %s, and those there are are listed', platform => {
  const create = () => createSimulator(platform, {});
  expect(create).toThrow(UnsupportedError);
  expect(create).toThrow(`there is no sandbox for "${platform}"; there is iconic, bigcommerce, magento`);
});
