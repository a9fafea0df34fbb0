import { resolveOrderBy, resolveQuery } from '@cartograph/codat';
import { compareDocuments, type DocumentCondition, matchesDocument } from '@cartograph/core';
import type { z } from 'zod';
import type { CodatCall } from './call.js';
import { pageResponse, readPage } from './paging.js';

/** A page of what is not commerce data and therefore short: filtered and sorted here, by what the schema names. */
export function listResponse(
  { query }: Pick<CodatCall, 'query'>,
  path: string,
  items: readonly object[],
  schema: z.ZodType,
  also: DocumentCondition | null = null,
): Response {
  const page = readPage(query);
  const shape = { schema, throughLists: true };
  const conditions = [resolveQuery(shape, page.query), also].filter(condition => condition !== null);
  const sorting = resolveOrderBy(shape, page.orderBy);
  const found = items.filter(body => conditions.every(condition => matchesDocument(condition, { body })));
  if (sorting !== null) {
    const direction = sorting.descending ? -1 : 1;
    found.sort((one, other) => direction * compareDocuments(sorting.field, { body: one }, { body: other }));
  }
  const shown = found.slice((page.number - 1) * page.size, page.number * page.size);
  return pageResponse(path, page, Buffer.from(JSON.stringify(shown)), found.length);
}
