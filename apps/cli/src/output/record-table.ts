import { findConnector } from '@cartograph/connectors';
import { absenceOf, type ResourceName, resourceNames } from '@cartograph/core';
import { figure, table } from './table.js';

export interface ShopRecords {
  readonly name: string;
  readonly platform: string;
  readonly records: Readonly<Record<ResourceName, number>>;
}

/** How many records of each resource there are, a column a shop. What a platform has not is no zero. */
export const recordTable = (shops: readonly ShopRecords[]): string =>
  table(
    ['resource', ...shops.map(({ name }) => name)],
    resourceNames.map(resource => [resource, ...shops.map(shop => cell(shop, resource))]),
  );

const cell = ({ platform, records }: ShopRecords, resource: ResourceName): string =>
  absenceOf(findConnector(platform).coverage[resource]) === null ? figure(records[resource]) : 'not provided';
