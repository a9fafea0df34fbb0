import type { Call, Route } from '../../http.js';
import { numberOf, transactionBody, transactionV21Body } from '../bodies/transaction.js';
import { countedPage, sorted } from '../pages.js';
import { readQuery } from '../query.js';
import { seller } from '../seller.js';
import { srcIdOf } from '../shop/order.js';
import { statementTypes, type Transaction } from '../shop/transaction.js';
import type { World } from '../world.js';

type RowTest = (row: Transaction) => boolean;

/** Names differ between the versions of the API; what they filter does not. */
interface FilterNames {
  readonly from: string;
  readonly to: string;
  readonly products: string;
  readonly types: string;
}

const v2: FilterNames = { from: 'startDate', to: 'endDate', products: 'product', types: 'typeIds' };
const v21: FilterNames = {
  from: 'gteCreatedAt',
  to: 'lteCreatedAt',
  products: 'products',
  types: 'transactionTypeIds',
};

const sources = ['sellercenter', 'api', 'web', 'csv'] as const;

function readFilters(world: World, read: ReturnType<typeof readQuery>, names: FilterNames): RowTest {
  const tests: RowTest[] = [];
  const when = <T>(value: T | undefined, test: (value: T) => RowTest) => {
    if (value !== undefined) tests.push(test(value));
  };
  when(read.integer('sellerId'), id => () => id === seller.id);
  when(read.instant(names.from, 'start'), from => row => row.date >= from);
  when(read.instant(names.to, 'end'), to => row => row.date <= to);
  when(read.choice('source', sources), source => row => row.source === source);
  when(read.text('country'), country => row => row.country === country);
  when(
    read.texts('orderNumbers'),
    numbers => row => row.subject !== null && numbers.includes(row.subject.order.number),
  );
  when(read.texts('numbers'), numbers => row => numbers.includes(numberOf(row)));
  when(read.integers(names.types), ids => row => ids.includes(row.type.id));
  when(read.flag('isPaid'), paid => row => (world.results.statementOf(row).paidAt !== null) === paid);
  when(read.flag('isOutlet'), wanted => row => (row.subject?.item.outlet ?? false) === wanted);
  when(read.flag('isHybrid'), wanted => row => (row.subject?.item.hybrid ?? false) === wanted);
  when(read.choice('statementType', statementTypes) ?? 'marketplace', type => row => row.statementType === type);
  when(read.texts(names.products), skus => row => {
    const product = row.subject?.item.product;
    return product !== undefined && (skus.includes(product.sku) || skus.includes(product.sellerSku ?? ''));
  });
  return row => tests.every(test => test(row));
}

function listV2(world: World, { url, query }: Call): Response {
  const read = readQuery(query);
  const page = read.page({ max: 1000, fallback: 100 });
  const passes = readFilters(world, read, v2);
  const statements = read.integers('statementIds');
  const orderItem = read.integer('orderItemId');
  const srcId = read.text('orderItemSrcId');
  const sort = read.choice('sort', ['id', 'date']) ?? 'id';
  const direction = read.choice('sortDir', ['asc', 'desc']) ?? 'desc';
  read.check();
  const rows = world.results.list(url, () => {
    const matches = world.results
      .ledger()
      .filter(
        row =>
          passes(row) &&
          (statements?.includes(world.results.statementOf(row).id) ?? true) &&
          (orderItem === undefined || row.subject?.item.id === orderItem) &&
          (srcId === undefined || (row.subject !== null && srcIdOf(row.subject.item) === srcId)),
      );
    return sorted(
      matches,
      row => row[sort],
      row => row.id,
      direction,
    );
  });
  return countedPage(rows, page, row => transactionBody(world, row));
}

const sortsV21 = {
  createdAt: (row: Transaction) => row.date,
  transactionType: (row: Transaction) => row.type.description,
  transactionNumber: (row: Transaction) => row.id,
  amount: (row: Transaction) => row.amount,
};

function listV21(world: World, { url, query }: Call): Response {
  const read = readQuery(query);
  const page = read.page({ max: 1000, fallback: 100 });
  const passes = readFilters(world, read, v21);
  const statement = read.integer('statementId');
  const orderItems = read.integers('orderItemIds');
  const srcIds = read.texts('orderItemSrcIds');
  const sort = read.choice('sort', ['createdAt', 'transactionType', 'transactionNumber', 'amount']) ?? 'createdAt';
  const direction = read.choice('sortDir', ['asc', 'desc']) ?? 'desc';
  read.check();
  const rows = world.results.list(url, () => {
    const matches = world.results
      .ledger()
      .filter(
        row =>
          passes(row) &&
          (statement === undefined || world.results.statementOf(row).id === statement) &&
          (orderItems === undefined || (row.subject !== null && orderItems.includes(row.subject.item.id))) &&
          (srcIds === undefined || (row.subject !== null && srcIds.includes(srcIdOf(row.subject.item)))),
      );
    return sorted(matches, sortsV21[sort], row => row.id, direction);
  });
  return countedPage(rows, page, row => transactionV21Body(world, row));
}

export const transactionRoutes = (world: World): Route[] => [
  ['GET /v2/finance/transactions', call => listV2(world, call)],
  ['GET /v2.1/finance/transactions', call => listV21(world, call)],
];
