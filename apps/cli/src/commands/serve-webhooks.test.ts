import { expect, test } from 'vitest';
import { listen } from '../testing/listen.js';
import { onlySales } from '../testing/platforms.js';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser, type User } from '../testing/user.js';

interface Message {
  readonly id: string;
  readonly type: string;
  readonly connectionId: string | undefined;
}

/** A consumer of webhooks that does not answer before it may. */
async function openConsumer(status = 204) {
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  const url = await listen(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { type, data } = JSON.parse(Buffer.concat(chunks).toString());
    messages.push({ id: String(request.headers['webhook-id']), type, connectionId: data.connectionId });
    response.writeHead(status).end();
    for (const look of waiting) look();
  });
  return {
    url,
    messages,
    /** The first message of the type, as soon as it came. */
    told: (type: string) =>
      new Promise<Message>(resolve => {
        const look = () => {
          const found = messages.find(message => message.type === type);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

async function serve(user: User, ...options: readonly string[]) {
  const { token } = JSON.parse((await user.run('keys', 'create', 'test', '--scope', 'admin', '--json')).out);
  const server = user.start(['serve', '--port', '0', '--json', ...options]);
  const { url } = JSON.parse(await server.printed('\n'));
  const ask = async (method: string, path: string, body?: object) => {
    const init = { method, headers: { authorization: `Bearer ${token}` } };
    const response = await fetch(`${url}/v1/webhooks${path}`, body ? { ...init, body: JSON.stringify(body) } : init);
    return JSON.parse(await response.text()).data;
  };
  return {
    ask,
    async stop() {
      server.stop('SIGTERM');
      expect((await server.done).exitCode).toBe(0);
    },
  };
}

test('what another process syncs is delivered while the API is served, and nothing is lost in between', async () => {
  const user = createUser();
  const consumer = await openConsumer();
  await connectShop(user, await openShop('magento', { orders: 5 }));
  const first = await serve(user, '--allow-private');
  const { id, secret } = await first.ask('POST', '', { url: consumer.url });
  user.secrets.add(secret);
  expect(await first.ask('POST', `/${id}/test`)).toMatchObject({ status: 'delivered' });
  await user.run('sync', ...onlySales('magento'));
  expect(await consumer.told('run.completed')).toMatchObject({ connectionId: 'magento' });
  expect(consumer.messages.map(({ type }) => type)).toContain('record.created');
  await first.stop();

  await user.run('disconnect', 'magento');
  const second = await serve(user, '--allow-private');
  expect(await consumer.told('connection.deleted')).toMatchObject({ connectionId: 'magento' });
  await second.stop();
  expect(new Set(consumer.messages.map(message => message.id)).size).toBe(consumer.messages.length);
  expect(user.stored()).not.toContain(secret.replace('whsec_', ''));
});

test('a private address is told nothing unless that is allowed', async () => {
  const user = createUser();
  const consumer = await openConsumer();
  const server = await serve(user);
  const { id } = await server.ask('POST', '', { url: consumer.url });
  expect((await server.ask('POST', `/${id}/test`)).attempts).toMatchObject([{ error: 'its address is not public' }]);
  expect(consumer.messages).toEqual([]);
  await server.stop();
});
