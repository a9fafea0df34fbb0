import { describe, expect, test } from 'vitest';
import { platforms } from '../testing/platforms.js';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser } from '../testing/user.js';

interface Drifts {
  readonly accepted?: number;
  readonly drifts: readonly Readonly<
    Record<'connection' | 'stream' | 'path' | 'kind' | 'before' | 'after' | 'nativeId' | 'at', string | null>
  >[];
}

describe.each(platforms)('what %s sends', platform => {
  test('is looked at in every run: a new field is told once, the records arrive, until it is accepted', async () => {
    const [user, shop] = [createUser(), await openShop(platform, { orders: 12 })];
    const id = shop.simulator.truth().orders?.[5] ?? '';
    await connectShop(user, shop);
    await user.run('sync', '--stream', 'orders');
    expect((await user.run('drift')).out).toMatch(/^No drift: /);

    shop.simulator.tamper('orders', id, body => ({ ...(body as object), loyalty: { level: 'Ann Smith' } }));
    const noticed = await user.run('sync', '--full', '--stream', 'orders');
    expect(noticed).toMatchObject({ exitCode: 0, err: expect.stringMatching(/^1 new in what the shops send: /m) });
    const { drifts } = await user.json<Drifts>('drift', '--connection', platform);
    expect(drifts).toEqual([
      {
        connection: platform,
        stream: 'orders',
        path: expect.stringMatching(/(^|\.)loyalty$/),
        kind: 'newField',
        before: null,
        after: 'object of 1 field',
        nativeId: id,
        at: expect.stringMatching(/Z$/),
      },
    ]);
    expect(await user.json('set-aside')).toEqual({ setAside: [] });
    expect((await user.run('sync', '--full', '--stream', 'orders')).err).not.toContain('drift');
    expect(await user.json<Drifts>('drift')).toEqual({ drifts });

    const { out, exitCode } = await user.run('drift', '--accept');
    expect({ out, exitCode }).toEqual({
      out: expect.stringMatching(/loyalty +new field .*\n\n1 accepted\.\n$/s),
      exitCode: 0,
    });
    expect(out).not.toContain('Ann');
    expect(await user.json<Drifts>('drift', '--accept')).toEqual({ accepted: 0, drifts: [] });
  });
});

test('drift of a connection that is not there is refused', async () => {
  const user = createUser();
  expect(await user.failure('drift', '--connection', 'shop')).toMatch(/^there is no connection/);
});
