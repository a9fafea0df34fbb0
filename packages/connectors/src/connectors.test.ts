import { UnsupportedError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { connectors, findConnector } from './index.js';

test('a connector is found by its id', () => {
  for (const connector of connectors) expect(findConnector(connector.id)).toBe(connector);
});

test('an unknown platform is refused with the known ones', () => {
  expect(() => findConnector('shopfront')).toThrow(UnsupportedError);
  expect(() => findConnector('shopfront')).toThrow('iconic, bigcommerce, magento');
});
