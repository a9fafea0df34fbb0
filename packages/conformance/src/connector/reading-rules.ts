import assert from 'node:assert/strict';
import { everything, type NativePage, type NativeRecord, UnsupportedError } from '@cartograph/core';
import type { Bench } from './subject.js';

export type Rule = (bench: Bench) => Promise<void>;

const idsOf = (records: readonly NativeRecord[]): string[] => records.map(({ id }) => id);
const sorted = (ids: Iterable<string>): string[] => [...ids].sort();

/** Streams with a time to filter by, that hold something. */
const timed = ({ connector, truth }: Bench): string[] =>
  Object.keys(truth).filter(name => connector.streams[name]?.incremental !== 'none' && truth[name]?.length);

export const readingRules: Readonly<Record<string, Rule>> = {
  'every record is read once and the end is found': async bench => {
    for (const [stream, ids] of Object.entries(bench.truth)) {
      const read = idsOf(await bench.readAll(stream));
      assert.deepEqual(sorted(read), sorted(ids), `${stream}: what was read is not what the shop holds`);
    }
  },

  'since is inclusive': async bench => {
    for (const stream of timed(bench)) {
      const all = await bench.readAll(stream);
      const times = all.map(({ modifiedAt }) => modifiedAt).filter(time => time !== null);
      const since = times.sort((left, right) => Date.parse(left) - Date.parse(right))[Math.floor(times.length / 2)];
      assert.ok(since, `${stream}: no record has a modified time`);
      const due = all.filter(({ modifiedAt }) => modifiedAt !== null && Date.parse(modifiedAt) >= Date.parse(since));
      const read = new Set(idsOf(await bench.readAll(stream, { since })));
      const missed = idsOf(due).filter(id => !read.has(id));
      assert.deepEqual(missed, [], `${stream}: changed at or after ${since}, yet not read again`);
      assert.ok(read.size < all.length, `${stream}: since leaves nothing out`);
    }
  },

  'until closes the window': async bench => {
    for (const stream of timed(bench)) {
      const all = await bench.readAll(stream);
      const last = all.reduce((latest, { modifiedAt }) => Math.max(latest, Date.parse(modifiedAt ?? '')), 0);
      const until = new Date(last).toISOString();
      bench.advance();
      const later = (await bench.readAll(stream, { until })).filter(
        ({ modifiedAt }) => modifiedAt !== null && Date.parse(modifiedAt) > last,
      );
      assert.deepEqual(idsOf(later), [], `${stream}: changed after ${until}, yet read`);
    }
  },

  'reading resumes from any page with the same rest': async bench => {
    for (const stream of Object.keys(bench.truth)) {
      const pages: NativePage[] = [];
      for await (const page of bench.open().read(stream, everything)) pages.push(page);
      for (const [index, { next }] of pages.entries()) {
        if (next === null) continue;
        const rest = pages.slice(index + 1).flatMap(({ records }) => idsOf(records));
        const resumed = idsOf(await bench.readAll(stream, { resume: next }));
        assert.deepEqual(sorted(resumed), sorted(rest), `${stream}: another rest after page ${index + 1}`);
      }
      assert.equal(pages.at(-1)?.next, null, `${stream}: the last page names a next one`);
    }
  },

  'what changes after a reading comes with the next one': async bench => {
    const clock = bench.open();
    await clock.check();
    for (const stream of timed(bench)) {
      const before = new Map((await bench.readAll(stream)).map(({ id, body }) => [id, JSON.stringify(body)]));
      const since = new Date(clock.now().getTime() - (bench.connector.streams[stream]?.lagMs ?? 0)).toISOString();
      bench.advance();
      const after = await bench.readAll(stream);
      const changed = idsOf(after.filter(({ id, body }) => before.get(id) !== JSON.stringify(body)));
      const read = new Set(idsOf(await bench.readAll(stream, { since })));
      assert.deepEqual(
        changed.filter(id => !read.has(id)),
        [],
        `${stream}: changed, yet not read since ${since}`,
      );
    }
  },

  'a stream that the connector does not list is refused': async bench => {
    await assert.rejects(bench.readAll('no-such-stream'), UnsupportedError);
  },
};
