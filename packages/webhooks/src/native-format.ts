import type { ConnectionNote, Instant, RunNote, Storage, StoreEvent } from '@cartograph/core';
import type { Draft, Format } from './format.js';
import { recordTypes } from './record-types.js';

/** What is told of connections, runs and companies. Other events are of concern to other formats. */
const eventTypes = [
  'run.completed',
  ...['connection.created', 'connection.connected', 'connection.failed', 'connection.disconnected'],
  ...['connection.reconnected', 'connection.deleted', 'company.created', 'company.deleted'],
];

/** All types that there are in the words of this API. */
export const nativeTypes: readonly string[] = [...recordTypes, ...eventTypes];

export const testType = 'webhook.test';

/** As Standard Webhooks has it: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#payload-structure */
const draftOf = (type: string, timestamp: Instant, data: unknown): Draft => ({
  type,
  body: () => ({ type, timestamp, data }),
});

/** The words of this API: what happened, and to which record, run or connection. */
export const createNativeFormat = (storage: Storage): Format => ({
  ofChanges: (type, changes) =>
    draftOf(type, changes.at(-1)?.at ?? '', {
      records: changes.map(({ kind: change, ...record }) => ({ ...record, change })),
    }),
  async ofEvent(event) {
    if (!eventTypes.includes(event.type)) return [];
    return [draftOf(event.type, event.at, await dataOf(storage, event))];
  },
  ofTest: at => draftOf(testType, at, {}),
});

async function dataOf(storage: Storage, { type, connectionId, data, sequence }: StoreEvent): Promise<object> {
  if (type === 'run.completed') {
    const { runId, complete } = data as RunNote;
    return { connectionId, runId, complete, run: await storage.run(runId) };
  }
  return { event: sequence, ...(connectionId === null ? {} : { connectionId }), ...(data as ConnectionNote) };
}
