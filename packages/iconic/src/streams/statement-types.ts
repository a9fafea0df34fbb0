import { RequestError } from '@cartograph/core';
import { type JoinedPage, joinedPages } from '../client/joined-pages.js';
import type { Page } from '../client/pages.js';
import { connectorTitle } from '../errors.js';
import type { StatementType } from '../records/finance.js';

const statementTypes: readonly StatementType[] = ['marketplace', 'consignment'];

interface Position {
  readonly type: StatementType;
  /** Within the pages of that type. */
  readonly resume: string | null;
}

function parsePosition(token: string | null): Position {
  if (token === null) return { type: 'marketplace', resume: null };
  const separator = token.indexOf(' ');
  const type = statementTypes.find(known => known === (separator < 0 ? token : token.slice(0, separator)));
  if (type === undefined) throw new RequestError(`${connectorTitle}: this is no place to go on reading from`, {});
  return { type, resume: separator < 0 ? null : token.slice(separator + 1) };
}

/** The pages of a list that shows one type of statement at a time: of all types, one after another. */
export async function* pagesOfAllTypes<Row>(
  list: (type: StatementType, limit: number, offset: number) => Promise<Page<Row>>,
  resume: string | null,
  ahead = 1,
): AsyncGenerator<JoinedPage<Row> & { readonly type: StatementType }> {
  const start = parsePosition(resume);
  for (const [index, type] of statementTypes.entries()) {
    if (index < statementTypes.indexOf(start.type)) continue;
    const following = statementTypes[index + 1] ?? null;
    const pages = joinedPages((limit, offset) => list(type, limit, offset), {
      resume: type === start.type ? start.resume : null,
      ahead,
    });
    for await (const page of pages) {
      yield { ...page, type, total: null, next: page.next === null ? following : `${type} ${page.next}` };
    }
  }
}
