import { AuthError, InputError, isCommerceError, ResponseError } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { lost, meet, platforms } from './worlds.js';

/** The rows of a page, as the platforms send them. */
type Rows = Record<string, unknown>[];
type Page = Rows | { readonly items?: Rows };

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.fail('it did not fail'),
    (error: unknown) => error,
  );

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe.each(Object.entries(platforms))('the client of %s:', (_name, platform) => {
  test('a list is asked for page by page, and nothing beside it', async () => {
    const { client, simulator, requests } = meet(platform);
    const all = await collect(client.orders());
    expect(all).toHaveLength(simulator.truth().orders?.length ?? 0);
    expect(new Set(requests.map(({ url }) => new URL(url).pathname)).size).toBe(1);
    expect(requests.length).toBeLessThanOrEqual(4);
  });

  test('a page is not asked for before it is wanted', async () => {
    const { client, requests } = meet(platform);
    for await (const _ of client.orders()) break;
    // One may be on its way while the first is worked on.
    expect(requests.length).toBeLessThanOrEqual(2);
  });

  test('a write that may have acted goes out once', async () => {
    const { client, requests } = meet(platform, (_request, answer) => answer().then(() => Promise.reject(lost())));
    expect(await failureOf(client.write())).toMatchObject({ code: 'transport' });
    expect(requests.map(({ method }) => method)).toEqual(['POST']);
  });

  test('a write that certainly did not act goes out again', async () => {
    let first = true;
    const { client, requests } = meet(platform, () => {
      if (!first) return undefined;
      first = false;
      return Promise.resolve(new Response('{}', { status: 429, headers: { 'retry-after': '1' } }));
    });
    await client.write();
    expect(requests.map(({ method }) => method)).toEqual(['POST', 'POST']);
  });

  test('the caller may say that a write is harmless twice, or that nothing is tried again', async () => {
    const lossy = () => meet(platform, (_request, answer) => answer().then(() => Promise.reject(lost())));
    const harmless = lossy();
    await failureOf(harmless.client.write({ idempotent: true, retries: 2 }));
    expect(harmless.requests).toHaveLength(3);
    const hasty = lossy();
    await failureOf(hasty.client.missing({ retries: 0 }));
    expect(hasty.requests).toHaveLength(1);
  });

  test('every attempt is authorized, and none carries the nonce of another', async () => {
    const { client, requests } = meet(platform, () => Promise.reject(lost()));
    await failureOf(client.missing({ retries: 2 }));
    const proofs = requests.map(({ headers }) => headers.get(platform.proof) ?? '');
    expect(proofs).toHaveLength(3);
    expect(proofs).not.toContain('');
    const nonces = proofs.flatMap(proof => /oauth_nonce="([^"]+)"/.exec(proof)?.[1] ?? []);
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  test('credentials that stay refused are refreshed once at most, and never in a loop', async () => {
    const refuse = () => Promise.resolve(new Response('{"message":"no"}', { status: 401 }));
    const { client, requests, tokens } = meet(platform, refuse);
    expect(await failureOf(client.missing())).toBeInstanceOf(AuthError);
    expect(requests.length).toBeLessThanOrEqual(2);
    expect(tokens.length).toBeLessThanOrEqual(2);
  });

  test('callers at the same time share one token', async () => {
    const { client, tokens, requests } = meet(platform);
    await Promise.all(Array.from({ length: 6 }, () => failureOf(client.missing())));
    expect(requests).toHaveLength(6);
    expect(tokens.length).toBeLessThanOrEqual(1);
  });

  test('an input that is wrong is refused by its field, and nothing is sent', async () => {
    const { client, requests, tokens } = meet(platform);
    const error = await failureOf(client.wrong());
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ context: { field: client.wrongField } });
    expect([...requests, ...tokens]).toEqual([]);
  });

  test('a refusal carries the platform’s own body', async () => {
    const body = { message: 'gone fishing', errors: { name: 'taken' } };
    const { client } = meet(platform, () => Promise.resolve(Response.json(body, { status: 422 })));
    expect(await failureOf(client.write())).toMatchObject({ code: 'request', context: { status: 422 }, body });
  });

  test('a signal ends a call and what would follow it', async () => {
    const ending = new AbortController();
    const reason = new Error('enough');
    const { client, requests } = meet(platform, () => {
      ending.abort(reason);
      return Promise.reject(lost());
    });
    expect(await failureOf(collect(client.orders({ signal: ending.signal })))).toBe(reason);
    expect(requests).toHaveLength(1);
  });

  test('headers of a call go along', async () => {
    const { client, requests } = meet(platform);
    await failureOf(client.missing({ headers: { 'x-trace': 'a1' } }));
    expect(requests.map(({ headers }) => headers.get('x-trace'))).toEqual(['a1']);
  });

  test('hooks are told of every request and its answer, and of no credential', async () => {
    const told: object[] = [];
    const hooks = { request: (event: object) => told.push(event), answer: (event: object) => told.push(event) };
    const { client, requests, simulator } = meet(platform, undefined, { hooks });
    await collect(client.orders());
    expect(told.length).toBeGreaterThanOrEqual(2 * requests.length);
    const settings = JSON.stringify(simulator.config('https://shop.example'));
    const secrets = [...settings.matchAll(/"(?:\w*(?:secret|token)|password)":"([^"]+)"/gi)].map(
      ([, secret]) => secret,
    );
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(JSON.stringify(told)).not.toContain(secret);
  });

  test('a record that does not fit is told by its path, or taken as it is', async () => {
    const spoil = async (_request: Request, answer: () => Promise<Response>) => {
      const body = (await (await answer()).json()) as Page;
      const [first] = Array.isArray(body) ? body : (body.items ?? []);
      if (first) first[platform.scalar] = { odd: true };
      return Response.json(body);
    };
    const strict = meet(platform, spoil);
    const error = await failureOf(collect(strict.client.orders()));
    expect(error).toBeInstanceOf(ResponseError);
    expect(isCommerceError(error) && error.context.path).toBe(platform.scalar);
    const loose = meet(platform, spoil, { validate: false });
    for await (const order of loose.client.orders()) {
      expect(order).toHaveProperty(platform.scalar, { odd: true });
      break;
    }
  });
});
