import { mayBePoisoned, type Page as ResumablePage } from '@cartograph/connector-kit';
import { ConfigError } from '@cartograph/core';
import type { NativeCustomer } from '../native/customer.js';
import type { Page } from './api.js';
import { readByIds } from './by-ids.js';
import type { CustomerFilter, CustomerQuery } from './customers.js';
import { isShort, pageLimit } from './pages.js';

type List = (query: CustomerQuery) => Promise<Page<NativeCustomer>>;

/** Behind which customer the reading goes on: by the platform's cursor, or by their ids. */
interface Place {
  readonly id: number;
  readonly cursor: string | null;
}

const beginning: Place = { id: 0, cursor: '' };

/** `412:aWQ6NDEy`, by ids `412:-`. */
const tokenOf = ({ id, cursor }: Place): string => `${id}:${cursor ?? '-'}`;

function placeOf(resume: string | null): Place {
  if (resume === null) return beginning;
  const [, id, cursor] = /^(\d+):(.+)$/.exec(resume) ?? [];
  if (id === undefined || cursor === undefined)
    throw new ConfigError(`"${resume}" is no place to resume customers from`, { resume });
  return { id: Number(id), cursor: cursor === '-' ? null : cursor };
}

type Step = Omit<ResumablePage<NativeCustomer>, 'next'> & { readonly next: Place | null };

/**
 * By cursor, which changes of other customers do not move. A cursor does not lead past a customer who cannot be served: from
 * there on customers are asked for by all ids there may be, which takes as many requests where few of them are gone.
 */
export async function* customerPages(
  list: List,
  query: CustomerFilter,
  resume: string | null,
): AsyncGenerator<ResumablePage<NativeCustomer>> {
  let newest: number | null = null;

  const byCursor = async ({ id, cursor }: Place): Promise<Step> => {
    const page = await list({ ...query, limit: pageLimit, ...(cursor ? { after: cursor } : {}) });
    const { items, total, nextCursor, hasCursor, perPage } = page;
    const last = Math.max(id, ...items.map(item => Number(item.id)).filter(Number.isFinite));
    if (nextCursor !== null && nextCursor !== cursor) return { items, total, next: { id: last, cursor: nextCursor } };
    return { items, total, next: hasCursor || isShort(items, perPage) ? null : { id: last, cursor: null } };
  };

  const byIds = async ({ id }: Place): Promise<Step> => {
    newest ??= await newestId(list);
    const ids = Array.from({ length: pageLimit }, (_, index) => id + 1 + index);
    const { items, failed } = await readByIds(ids, (part, page) =>
      list({ ...query, 'id:in': part, page, limit: pageLimit }),
    );
    const last = id + pageLimit;
    return { items, failed, total: null, next: last < newest ? { id: last, cursor: null } : null };
  };

  const step = async (place: Place): Promise<Step> => {
    if (place.cursor === null) return byIds(place);
    try {
      return await byCursor(place);
    } catch (error) {
      if (!mayBePoisoned(error)) throw error;
      return byIds(place);
    }
  };

  for (let place: Place | null = placeOf(resume); place !== null; ) {
    const { next, ...page }: Step = await step(place);
    yield { ...page, next: next && tokenOf(next) };
    place = next;
  }
}

/** Ids rise with the time of creation; a few of the newest may not be served. */
async function newestId(list: List): Promise<number> {
  for (let page = 1; ; page += 1) {
    try {
      const [newest] = (await list({ sort: 'date_created:desc', limit: 1, page })).items;
      return Number(newest?.id ?? 0) + (page > 1 ? pageLimit : 0);
    } catch (error) {
      if (!mayBePoisoned(error) || page === mostUnserved) throw error;
    }
  }
}

const mostUnserved = 5;
