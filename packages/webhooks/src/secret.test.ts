import { createHmac } from 'node:crypto';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { expect, test } from 'vitest';
import type { Received } from './testing/endpoints.js';
import { createWorld, delivering, urlOf, type World } from './testing/world.js';

const hour = 3_600_000;

/** The official verifier compares with the clock of the machine. */
const createPresentWorld = (): World => createWorld({ startAt: new Date() });

async function nextMessage(world: World): Promise<Received> {
  world.endpoints.received.length = 0;
  await delivering(world, async () => {
    await world.storage.writeEntries({
      tell: [
        { type: 'company.created', connectionId: null, at: world.clock.now().toISOString(), data: { name: 'Tête' } },
      ],
    });
    await world.pass(1000);
  });
  const [message] = world.endpoints.received;
  if (!message) throw new TypeError('nothing came');
  return message;
}

const verified = (secret: string, { body, headers }: Received): unknown =>
  new Webhook(secret).verify(body, Object.fromEntries(headers));

test('the official verifier takes what is signed, and nothing else', async () => {
  const world = createPresentWorld();
  const { secret } = await world.consumers.create('native', { url: urlOf('one') }, true);
  const message = await nextMessage(world);
  expect(verified(secret, message)).toEqual(JSON.parse(message.body));
  expect(message.headers.get('content-type')).toBe('application/json');
  for (const tampered of [
    { ...message, body: message.body.replace('Tête', 'Tete') },
    { ...message, headers: new Headers({ ...Object.fromEntries(message.headers), 'webhook-id': 'another' }) },
    {
      ...message,
      headers: new Headers({
        ...Object.fromEntries(message.headers),
        'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 1),
      }),
    },
  ])
    expect(() => verified(secret, tampered)).toThrow(WebhookVerificationError);
  expect(() => verified(`whsec_${Buffer.from('another').toString('base64')}`, message)).toThrow(
    WebhookVerificationError,
  );
});

test('a signature is an HMAC of id, time and body, under the bytes of the secret', async () => {
  const world = createWorld();
  const { secret } = await world.consumers.create('native', { url: urlOf('one') }, true);
  const { body, headers, id, atMs } = await nextMessage(world);
  expect(headers.get('webhook-timestamp')).toBe(String(atMs / 1000));
  const hmac = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(
    `${id}.${atMs / 1000}.${body}`,
  );
  expect(headers.get('webhook-signature')).toBe(`v1,${hmac.digest('base64')}`);
});

test('after a rotation both secrets sign for a while, then the new one alone', async () => {
  const world = createPresentWorld();
  const { consumer, secret: before } = await world.consumers.create('native', { url: urlOf('one') }, true);
  const until = new Date(world.clock.now().getTime() + 60_000);
  const { secret: after } = (await world.consumers.rotateSecret(consumer.id, until)) ?? { secret: '' };
  expect(after).not.toBe(before);
  const message = await nextMessage(world);
  expect(message.headers.get('webhook-signature')?.split(' ')).toHaveLength(2);
  for (const secret of [before, after]) expect(verified(secret, message)).toEqual(JSON.parse(message.body));
  await world.pass(60_000);
  const later = await nextMessage(world);
  expect(later.headers.get('webhook-signature')?.split(' ')).toHaveLength(1);
  expect(verified(after, later)).toEqual(JSON.parse(later.body));
  expect(() => verified(before, later)).toThrow(WebhookVerificationError);
});

test('a rotation without overlap ends the secret before it at once', async () => {
  const world = createPresentWorld();
  const { consumer, secret: before } = await world.consumers.create('native', { url: urlOf('one') }, true);
  await world.consumers.rotateSecret(consumer.id, null);
  const message = await nextMessage(world);
  expect(() => verified(before, message)).toThrow(WebhookVerificationError);
});

test('a secret is shown once', async () => {
  const world = createWorld();
  const shown = await world.consumers.create('native', { url: urlOf('one') }, true);
  expect((await world.consumers.showSecret(shown.consumer.id))?.secret).toBeNull();
  const hidden = await world.consumers.create('native', { url: urlOf('two') }, false);
  expect((await world.consumers.showSecret(hidden.consumer.id))?.secret).toBe(hidden.secret);
  expect((await world.consumers.showSecret(hidden.consumer.id))?.secret).toBeNull();
  expect(await world.consumers.showSecret('nobody')).toBeNull();
  expect(JSON.stringify(await world.storage.entries('webhook state'))).not.toContain('whsec_');
});

test('no log line holds a secret, an address or a body', async () => {
  const world = createWorld();
  const url = 'https://user:geheim@one.test/?token=geheim';
  const { consumer, secret } = await world.consumers.create('native', { url }, true);
  await delivering(
    world,
    async () => {
      await world.connect('a');
      await world.pass(hour);
    },
    60_000,
  );
  expect(await world.byHand.test(consumer.id)).not.toBeNull();
  expect(world.log.join('\n')).not.toMatch(/geheim|whsec_|one\.test/);
  expect(world.log.join('\n')).not.toContain(secret);
});

test('a consumer that was kept before anything was sent is told from now on, and its first secret can be seen', async () => {
  const world = createPresentWorld();
  await world.connect('a');
  const body = { id: 'kept', url: urlOf('kept'), eventTypes: [], disabled: false, companyTags: [] };
  await world.storage.saveEntry({ kind: 'webhook consumer', id: 'kept', body: JSON.stringify(body) });
  await delivering(world, () => world.pass(1000));
  expect(world.endpoints.received).toEqual([]);
  const message = await nextMessage(world);
  const { secret } = (await world.consumers.showSecret('kept')) ?? {};
  expect(verified(secret ?? '', message)).toEqual(JSON.parse(message.body));
});
