import { type Call, json, type Route } from '../../http.js';
import {
  currentStatementBody,
  legacyStatementBody,
  payoutBody,
  statementBody,
  statementDetails,
} from '../bodies/statement.js';
import { countedPage, sorted } from '../pages.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import { seller } from '../seller.js';
import { nextPeriod } from '../shop/periods.js';
import { currencyIn, type Statement } from '../shop/statements.js';
import { statementTypes } from '../shop/transaction.js';
import type { World } from '../world.js';

const sorts = {
  id: (statement: Statement) => statement.id,
  createdAt: (statement: Statement) => statement.start,
  startDate: (statement: Statement) => statement.start,
};

/** `startDate` and `endDate` bound the start of the period. */
function list(world: World, query: URLSearchParams): Response {
  const read = readQuery(query);
  const page = read.page({ max: 100, fallback: 100 });
  const [from, to] = [read.instant('startDate', 'start'), read.instant('endDate', 'end')];
  const sellerId = read.integer('sellerId');
  const paid = read.flag('paid');
  const country = read.text('country');
  const currency = read.text('currency');
  const type = read.choice('type', statementTypes) ?? 'marketplace';
  const sort = read.choice('sort', ['id', 'createdAt', 'startDate']) ?? 'startDate';
  const direction = read.choice('sortDir', ['asc', 'desc']) ?? 'desc';
  read.check();
  const matches = world.results
    .statements()
    .filter(
      statement =>
        statement.type === type &&
        statement.start >= (from ?? 0) &&
        statement.start <= (to ?? Number.POSITIVE_INFINITY) &&
        (sellerId === undefined || sellerId === seller.id) &&
        (paid === undefined || (statement.paidAt !== null) === paid) &&
        (country === undefined || country === statement.country) &&
        (currency === undefined || currency === currencyIn[statement.country]),
    );
  const rows = sorted(matches, sorts[sort], statement => statement.id, direction);
  return countedPage(rows, page, statement => statementBody(world, statement));
}

/** The open statement of a country. */
function current(world: World, { params, query }: Call): Statement {
  const read = readQuery(query);
  const type = read.choice('type', statementTypes) ?? 'marketplace';
  read.check();
  const open = world.results
    .statements()
    .find(statement => statement.id === 0 && statement.country === params.country && statement.type === type);
  return found(open);
}

/** The period after the open one: nothing has come in for it yet. */
function future(open: Statement): Statement {
  const start = open.end + 1000;
  const opening = open.closing - open.payout;
  const end = nextPeriod(start) - 1000;
  const number = `${open.number}-future`;
  return { ...open, number, start, end, opening, closing: opening, payout: 0, dueAt: end, paidAt: null, rows: [] };
}

const byId = (world: World, id: string | undefined): Statement =>
  found(world.results.statements().find(statement => statement.id === Number(id)));

export const statementRoutes = (world: World): Route[] => [
  ['GET /v2/finance/statements', ({ query }) => list(world, query)],
  ['GET /v2/finance/statements/current/:country', call => json(currentStatementBody(current(world, call)))],
  [
    'GET /v2/finance/statements/current/:country/details',
    call => {
      const statement = current(world, call);
      const currency = currencyIn[statement.country];
      return json({ id: 0, currency, type: statement.type, details: statementDetails(statement) });
    },
  ],
  [
    'GET /v2/finance/statements/future/:country',
    call => json([legacyStatementBody(world, future(current(world, call)))]),
  ],
  [
    'GET /v2/finance/statements/future/:country/details',
    call => {
      const read = readQuery(call.query);
      for (const name of ['startDate', 'endDate']) read.require(name, read.instant(name, 'start'));
      read.check();
      const statement = future(current(world, call));
      const { id, country, type } = statement;
      return json({ id, currency: currencyIn[country], type, details: statementDetails(statement) });
    },
  ],
  ['GET /v2/finance/statements/:id', ({ params }) => json(statementBody(world, byId(world, params.id)))],
  [
    'GET /v2/finance/statements/:id/details',
    ({ params }) => {
      const statement = byId(world, params.id);
      const { id, country } = statement;
      return json({ id, currency: currencyIn[country], country, details: statementDetails(statement) });
    },
  ],
  [
    'GET /v2/transaction/statements',
    ({ query }) => {
      const read = readQuery(query);
      const ids = read.integers('ids');
      read.require('ids', ids);
      read.check();
      const matches = world.results.statements().filter(({ id }) => id !== 0 && ids?.includes(id));
      return json(matches.map(statement => legacyStatementBody(world, statement)));
    },
  ],
  [
    'GET /v2/seller/payout',
    () =>
      json(
        world.results
          .statements()
          .filter(({ id }) => id !== 0)
          .map(payoutBody),
      ),
  ],
];
