import type { Host } from '@cartograph/core';
import { createIconicClient, type IconicClient } from '../client.js';
import type { IconicConfig } from '../config.js';
import { currencyOf } from '../countries.js';
import { unlessForbidden, unlessMissing } from '../errors.js';
import type { NativeTransactionType } from '../native/transaction.js';
import type { IconicShop } from '../shop.js';
import { createBrands, type ReadBrands } from './brands.js';
import { wordOf } from './unchecked.js';

/** An opened connection: the client, and the settings that translating needs. */
export interface IconicReader {
  readonly client: IconicClient;
  readonly config: IconicConfig;
  readonly readBrands: ReadBrands;
  now(): Date;
}

export function openReader(config: IconicConfig, host: Host): IconicReader {
  const client = createIconicClient(config, host, { validate: false });
  return { client, config, readBrands: createBrands(client), now: client.now };
}

/** By id; a row that tells none is left out, and so is all that the application may not read. */
function table<Row, Value>(rows: readonly Row[] | null, key: (row: Row) => unknown, value: (row: Row) => Value) {
  const entries = (rows ?? []).map(row => [wordOf(key(row)), value(row)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, Value] => entry[0] !== null));
}

const transactionTypeOf = (type: NativeTransactionType) => ({
  section: wordOf(type.accountStatementSection),
  direction: wordOf(type.type),
});

export async function readShop({ client, config }: IconicReader): Promise<IconicShop> {
  const [seller, types, warehouses, statement] = await Promise.all([
    client.seller.get(),
    unlessForbidden(client.transactionTypes.list()),
    unlessForbidden(client.warehouses.list()),
    unlessMissing(client.statements.current(config.country)),
  ]);
  return {
    name: wordOf(seller.name),
    currency: wordOf(statement?.currency) ?? currencyOf(config.country),
    timeZone: config.timeZone,
    refundFailedDeliveries: config.refundFailedDeliveries,
    transactionTypes: table(types, ({ id }) => id, transactionTypeOf),
    warehouseIds: table(
      warehouses,
      ({ name }) => name,
      ({ id }) => String(id),
    ),
  };
}
