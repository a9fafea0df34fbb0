import { randomUUID } from 'node:crypto';
import { findConnector } from '@cartograph/connectors';
import type { SetAsideRecord } from '@cartograph/core';
import { retrySetAside } from '@cartograph/sync';
import { type CommonOptions, createApp } from '../app.js';
import { createHolder } from '../holder.js';
import { table } from '../output/table.js';
import type { Shell } from '../shell.js';

export async function setAside(shell: Shell, options: CommonOptions & { readonly retry?: boolean }): Promise<void> {
  const app = createApp(shell, options);
  let [recovered, dropped] = [0, 0];
  const left = await app.withStorage(async storage => {
    if (options.retry) {
      for (const connection of await storage.connections()) {
        const connector = findConnector(connection.platform);
        const { host } = app;
        const retried = await retrySetAside({
          ...{ connection, connector, storage, host },
          ...{ holder: createHolder(host.now), runId: randomUUID() },
          open: () => connector.open(app.unsealed(connection).config, host),
        });
        recovered += retried.recovered;
        dropped += retried.dropped;
      }
    }
    return storage.setAside();
  });
  if (app.terminal.json)
    return app.terminal.printJson({ ...(options.retry ? { recovered, dropped } : {}), setAside: left.map(brief) });
  if (options.retry)
    app.terminal.print(
      `${recovered} recovered, ${dropped > 0 ? `${dropped} gone from the shop, ` : ''}${left.length} still set aside.`,
    );
  else if (left.length === 0) app.terminal.print('Nothing is set aside.');
  if (left.length === 0) return;
  const rows = left.map(brief).map(({ connection, stream, id, reason, at }) => [connection, stream, id, at, reason]);
  app.terminal.print(table(['connection', 'stream', 'id', 'since', 'reason'], rows));
}

const brief = ({ connectionId, native, reason, path, at }: SetAsideRecord) => ({
  connection: connectionId,
  stream: native.stream,
  id: native.id,
  path,
  reason,
  at,
});
