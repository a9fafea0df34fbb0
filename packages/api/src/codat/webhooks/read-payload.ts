import { dataTypes, streamsOf } from '@cartograph/codat';
import type { RunNote, StoreEvent } from '@cartograph/core';
import { type AskedRuns, datasetOf } from '../datasets.js';
import { toLink } from '../directory.js';
import { toDate } from '../shapes.js';
import { type PayloadWorld, referenceOf } from './world.js';

const nothingAsked: AskedRuns = new Map();

/** What a run read, by data type. Null where its connection is gone, or nothing that it read is data of Codat's. */
export async function readPayload(
  { storage, connectors, origin, book }: PayloadWorld,
  event: StoreEvent,
): Promise<{ readonly first: boolean; readonly payload: object } | null> {
  const { runId, first } = event.data as RunNote;
  const run = await storage.run(runId);
  const stored = run && (await storage.connection(run.connectionId));
  const connector = stored && connectors.find(({ id }) => id === stored.platform);
  if (!run || !stored || !connector) return null;
  const link = book.link(stored.id) ?? toLink(stored);
  const connection = { ...link, connector, stored, status: 'Linked' as const };
  const read = dataTypes.flatMap(dataType => {
    const dataset = datasetOf(connection, dataType, run, nothingAsked);
    if (dataset === null) return [];
    const recordsModified = streamsOf(connector, dataType).some(name => (run.streams[name]?.stored ?? 0) > 0);
    const { connectionId, dataType: name, status } = dataset;
    return [{ connectionId, dataType: name, recordsModified, status, issues: [] }];
  });
  if (read.length === 0) return null;
  const referenceCompany = referenceOf(book.company(stored.id), origin);
  return { first, payload: { referenceCompany, modifiedFromDate: toDate(run.startedAt), dataTypes: read } };
}
