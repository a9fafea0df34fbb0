import { createBoundedFetch } from '@cartograph/connector-kit';
import { expect, test } from 'vitest';
import { listen } from '../testing/listen.js';

const outcome = (fetch: typeof globalThis.fetch, url: string) =>
  fetch(url).then(
    ({ status }) => status,
    error => error.cause.code,
  );

test('an answer may be as long as allowed, whether or not it says how long it is', async () => {
  const fetch = createBoundedFetch(1000, true);
  const sized = await listen((request, response) => {
    const body = 'x'.repeat(Number(request.url?.slice(1)));
    response.writeHead(200, { 'content-length': body.length }).end(body);
  });
  const endless = await listen((_request, response) => {
    const more = () => {
      if (response.destroyed) return;
      response.write('x'.repeat(500));
      setImmediate(more);
    };
    more();
  });
  expect(await outcome(fetch, `${sized}/1000`)).toBe(200);
  for (const url of [`${sized}/1001`, endless]) expect(await outcome(fetch, url)).toBe('UND_ERR_RES_EXCEEDED_MAX_SIZE');
});

test('a private address is reached only where that is allowed', async () => {
  const url = await listen((_request, response) => response.writeHead(204).end());
  expect(await outcome(createBoundedFetch(1000, false), url)).toBe('ERR_PRIVATE_ADDRESS');
});
