import assert from 'node:assert/strict';
import {
  AuthError,
  everything,
  isCommerceError,
  RateLimitError,
  RecordError,
  ResponseError,
  TransportError,
} from '@cartograph/core';
import type { Rule } from './reading-rules.js';
import type { Bench } from './subject.js';

type Answer = () => Response;

/** Every failure with which the platform can answer any call, and the class that it must become. */
const failures: readonly (readonly [name: string, answer: Answer, expected: new (...args: never[]) => Error])[] = [
  ['401', () => new Response('{"message":"no"}', { status: 401, headers: json }), AuthError],
  ['429', () => new Response('', { status: 429 }), RateLimitError],
  ['429 with Retry-After', () => new Response('', { status: 429, headers: { 'retry-after': '3600' } }), RateLimitError],
  ['500', () => new Response('{"message":"oops"}', { status: 500, headers: json }), TransportError],
  ['503 with a page', () => page('Down for maintenance', 503), TransportError],
  ['a page instead of JSON', () => page('Please sign in', 200), ResponseError],
  ['cut-off JSON', () => new Response('[{"id":1,', { headers: json }), ResponseError],
  [
    'no answer',
    () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
      });
    },
    TransportError,
  ],
];

const json = { 'content-type': 'application/json' };
const page = (title: string, status: number): Response =>
  new Response(`<!doctype html><title>${title}</title>`, { status, headers: { 'content-type': 'text/html' } });

/** Reads the first page of a stream through a shop that answers well `good` times and then always fails. */
async function failAfter(bench: Bench, stream: string, good: number, answer: Answer): Promise<unknown> {
  let calls = 0;
  const session = bench.open(request => (calls++ < good ? bench.fetch(request) : Promise.resolve().then(answer)));
  try {
    if (good === 0) await session.check();
    for await (const _page of session.read(stream, everything));
    return undefined;
  } catch (error) {
    return error;
  }
}

export const errorRules: Readonly<Record<string, Rule>> = {
  'a failure of the platform becomes the class that tells what to do': async bench => {
    const [stream = ''] = Object.keys(bench.truth);
    for (const [name, answer, expected] of failures) {
      for (const good of [0, 1]) {
        const error = await failAfter(bench, stream, good, answer);
        if (good > 0 && error === undefined) continue;
        assert.ok(
          error instanceof expected,
          `${name} after ${good} good answers should be ${expected.name}, and is ${String(error)}`,
        );
      }
    }
  },

  'no secret stands in a message, a log line or the shop': async bench => {
    const secrets = secretsIn(bench.config);
    assert.ok(secrets.length > 0, 'the config of the subject names no secret');
    const texts: string[] = [JSON.stringify(await bench.shop())];
    for (const stream of Object.keys(bench.truth)) {
      for (const [, answer] of failures) {
        for (const good of [0, 1]) texts.push(...textsOf(await failAfter(bench, stream, good, answer)));
      }
    }
    const refused = bench.connector.config.safeParse({ ...(bench.config as object), unexpected: true });
    texts.push(...bench.logged, ...textsOf(refused.error));
    for (const secret of secrets) {
      const leak = texts.find(text => text.includes(secret) || text.includes(encodeURIComponent(secret)));
      assert.equal(leak?.replaceAll(secret, '<secret>'), undefined, 'a secret was shown');
    }
  },

  'a setting that does not exist is refused by name': async bench => {
    const parsed = bench.connector.config.safeParse({ ...(bench.config as object), unexpected: true });
    assert.match(String(parsed.error), /unexpected/);
  },

  'a corrupt record is set aside and its neighbors arrive': async bench => {
    const shop = await bench.shop();
    for (const [stream, ids] of Object.entries(bench.truth)) {
      const victim = ids[Math.floor(ids.length / 2)];
      if (victim === undefined) continue;
      bench.tamper(stream, victim, corrupt);
      const refused: string[] = [];
      const read = await bench.readAll(stream);
      for (const native of read) {
        try {
          bench.connector.normalize(native, shop);
        } catch (error) {
          assert.ok(error instanceof RecordError, `${stream}: a corrupt record raised ${String(error)}`);
          refused.push(native.id);
        }
      }
      assert.deepEqual(refused, [victim], `${stream}: the records refused are not the corrupt one`);
      assert.equal(
        new Set(read.map(({ id }) => id)).size,
        ids.length,
        `${stream}: neighbors of a corrupt record are missing`,
      );
    }
  },
};

/** Leaves a record its ids and times, so that it can be listed, and spoils everything else. */
function corrupt(body: unknown): unknown {
  const entries = Object.entries(body as object).map(([key, value]) =>
    /(^|_)(u?u?id|date.*|.*_at)$|Id$|At$|^orderItemIds$|^number$/.test(key) ? [key, value] : [key, { corrupt: [key] }],
  );
  return Object.fromEntries(entries);
}

/** Values of settings whose name tells that they are secret. */
function secretsIn(config: unknown): string[] {
  if (typeof config !== 'object' || config === null) return [];
  return Object.entries(config).flatMap(([key, value]) =>
    typeof value === 'string'
      ? /secret|token|password/i.test(key) && !/url/i.test(key)
        ? [value]
        : []
      : secretsIn(value),
  );
}

/** Everything of an error that could reach a person or a log. */
function textsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const context = isCommerceError(error) ? JSON.stringify(error.context) : '';
  return [String(error), error.stack ?? '', context, ...textsOf(error.cause)];
}
