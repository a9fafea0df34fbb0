import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { type FuturePeriod, futurePeriod, statementFilters, statementTypeOption } from '../input/finance.js';
import { country } from '../input/scalars.js';
import {
  currentStatementSchema,
  legacyStatementSchema,
  type Statement,
  type StatementType,
  statementDetailsSchema,
  statementSchema,
} from '../records/finance.js';
import { type Api, part } from './api.js';

type Id = string | number;

export function createStatements(api: Api) {
  const statements = api.of('statements', statementSchema);
  const details = api.of('statements.details', statementDetailsSchema);
  const current = api.of('statements.current', currentStatementSchema);
  const future = api.of('statements.future', legacyStatementSchema);
  const path = '/v2/finance/statements';
  const typed = (name: string, type: StatementType | undefined) => ({
    query: checkInput<object>(name, statementTypeOption, { type }),
  });
  const of = (name: string, when: string, code: string) => `${path}/${when}/${part(checkInput(name, country, code))}`;
  return {
    ...statements.paged(path, statementFilters, { order: { sort: 'id', sortDir: 'asc' } }),
    get: (id: Id, call?: RequestOptions): Promise<Statement> => statements.one('GET', `${path}/${part(id)}`, {}, call),
    /** What it is made of. */
    details: (id: Id, call?: RequestOptions) => details.one('GET', `${path}/${part(id)}/details`, {}, call),
    /** The open one of a country, which has no id. The marketplace's when no type is given. */
    current: async (code: string, type?: StatementType, call?: RequestOptions) =>
      current.one('GET', of('statements.current', 'current', code), typed('statements.current', type), call),
    currentDetails: async (code: string, type?: StatementType, call?: RequestOptions) =>
      details.one(
        'GET',
        `${of('statements.currentDetails', 'current', code)}/details`,
        typed('statements.currentDetails', type),
        call,
      ),
    /** Those to come, of sales in instalments. */
    future: async (code: string, type?: StatementType, call?: RequestOptions) =>
      future.all('GET', of('statements.future', 'future', code), typed('statements.future', type), call),
    futureDetails: async (code: string, period: FuturePeriod, call?: RequestOptions) =>
      details.one(
        'GET',
        `${of('statements.futureDetails', 'future', code)}/details`,
        { query: checkInput<object>('statements.futureDetails', futurePeriod, period) },
        call,
      ),
  };
}
