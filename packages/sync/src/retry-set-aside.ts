import type { Connection, Connector, SetAsideRecord, Storage } from '@cartograph/core';
import { normalizePage } from './normalize-page.js';

export interface RetryOptions {
  readonly connection: Connection;
  readonly connector: Connector;
  readonly storage: Storage;
  readonly now: () => Date;
  readonly runId: string;
}

/** What came of the records that were set aside. */
export interface RetryResult {
  readonly recovered: number;
  readonly stillSetAside: readonly SetAsideRecord[];
}

/** Normalizes what was set aside once more, from the stored bodies: after a better mapping, with no request to the shop. */
export async function retrySetAside({
  connection,
  connector,
  storage,
  now,
  runId,
}: RetryOptions): Promise<RetryResult> {
  const waiting = await storage.setAside(connection.id);
  const natives = waiting.map(({ native }) => native);
  const at = now().toISOString();
  for (const stream of new Set(natives.map(native => native.stream))) {
    const checkpoint = (await storage.checkpoint(connection.id, stream)) ?? { mark: null, window: null };
    const page = normalizePage(
      connector,
      natives.filter(native => native.stream === stream),
      connection.shop,
    );
    await storage.commit({
      connectionId: connection.id,
      platform: connector.id,
      stream,
      runId,
      mapperVersion: connector.mapperVersion,
      at,
      ...page,
      checkpoint,
    });
  }
  const stillSetAside = await storage.setAside(connection.id);
  return { recovered: waiting.length - stillSetAside.length, stillSetAside };
}
