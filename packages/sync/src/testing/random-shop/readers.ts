import type { NativePage, ReadQuery } from '@cartograph/core';
import { lagMs, type RandomShop, type Row, toNative } from './shop.js';

/** Makes one request: things happen before it is answered, and it may fail. */
export type Ask = <Answer>(answer: () => Answer) => Answer;

/** A way to read the shop: how it pages, and which clock moves its mark. */
export interface Reader {
  readonly lagMs: number;
  now(shop: RandomShop): number;
  read(shop: RandomShop, query: ReadQuery, ask: Ask): AsyncIterable<NativePage>;
}

const pageSize = 3;

const byChange = (one: Row, other: Row): number => one.modifiedAt - other.modifiedAt || one.id - other.id;
const inWindow = ({ since, until }: ReadQuery) => {
  const [from, to] = [since === null ? 0 : Date.parse(since), until === null ? Infinity : Date.parse(until)];
  return ({ modifiedAt }: Row): boolean => modifiedAt >= from && modifiedAt <= to;
};
const offsetOf = ({ resume }: ReadQuery): number => Number(resume ?? 0);
const platformClock = (shop: RandomShop): number => shop.clock;

/** Sound: each page begins after the last row by time and id, within a closed window, and an empty page is the end. */
export const byKeyset: Reader = {
  lagMs,
  now: platformClock,
  async *read(shop, query, ask) {
    let after: readonly [number, number] = query.resume === null ? [0, 0] : JSON.parse(query.resume);
    for (;;) {
      const [time, id] = after;
      const isAfter = (row: Row) => row.modifiedAt > time || (row.modifiedAt === time && row.id > id);
      const rows = ask(() => shop.rows().filter(inWindow(query)).filter(isAfter).sort(byChange).slice(0, pageSize));
      const last = rows.at(-1);
      if (last) after = [last.modifiedAt, last.id];
      yield { records: rows.map(toNative), next: last ? JSON.stringify(after) : null };
      if (!last) return;
    }
  },
};

/** Pages as a platform cuts them that takes its drafts out only then: they may be short or empty, and say whether there are more. */
const draftedPage = (shop: RandomShop, query: ReadQuery, after: number) => {
  const due = shop.slots().filter(inWindow(query));
  const found = due.filter(({ id }) => id > after).slice(0, pageSize);
  const shown = new Set(shop.rows().map(({ id }) => id));
  return { rows: found.filter(({ id }) => shown.has(id)), after: found.at(-1)?.id ?? after, more: found.length > 0 };
};

/** Sound: by id alone, where the platform filters by time and cannot sort by it. */
export const byId: Reader = {
  lagMs,
  now: platformClock,
  async *read(shop, query, ask) {
    for (let after = offsetOf(query); ; ) {
      const page = ask(() => draftedPage(shop, query, after));
      after = page.after;
      yield { records: page.rows.map(toNative), next: page.more ? String(after) : null };
      if (!page.more) return;
    }
  },
};

/** Broken: page numbers over a list that shifts, from the mark on exclusively. */
export const byPageNumberAfterTheMark: Reader = {
  lagMs: 0,
  now: platformClock,
  async *read(shop, query, ask) {
    const since = query.since === null ? 0 : Date.parse(query.since);
    for (let offset = offsetOf(query); ; offset += pageSize) {
      const isDue = (row: Row) => row.modifiedAt > since;
      const rows = ask(() =>
        shop
          .rows()
          .filter(isDue)
          .sort(byChange)
          .slice(offset, offset + pageSize),
      );
      yield { records: rows.map(toNative), next: rows.length > 0 ? String(offset + pageSize) : null };
      if (rows.length === 0) return;
    }
  },
};

/** Broken: a page with fewer rows than were asked for counts as the last one. */
export const untilAShortPage: Reader = {
  lagMs,
  now: platformClock,
  async *read(shop, query, ask) {
    for (let after = offsetOf(query); ; ) {
      const page = ask(() => draftedPage(shop, query, after));
      after = page.after;
      const isLast = page.rows.length < pageSize;
      yield { records: page.rows.map(toNative), next: isLast ? null : String(after) };
      if (isLast) return;
    }
  },
};

/** Broken: the newest row seen is where the next run begins, so that what surfaces late is passed over. */
export const fromTheNewestRow: Reader = {
  ...byKeyset,
  lagMs: 0,
  now: shop => Math.max(0, ...shop.rows().map(({ modifiedAt }) => modifiedAt)),
};

/** Broken: pages by number over a list that is sorted by nothing in particular, until as many rows came as the first page said. */
export const untilTheTotal: Reader = {
  lagMs,
  now: platformClock,
  async *read(shop, query, ask) {
    let seen = 0;
    for (let offset = offsetOf(query), total = Infinity; ; offset += pageSize) {
      const due = ask(() => shop.rows().filter(inWindow(query)));
      if (total === Infinity) total = due.length;
      const rows = due.slice(offset, offset + pageSize);
      seen += rows.length;
      const isLast = seen >= total || rows.length === 0;
      yield { records: rows.map(toNative), next: isLast ? null : String(offset + pageSize) };
      if (isLast) return;
    }
  },
};
