import { setTimeout } from 'node:timers/promises';
import type { Change, ChangeQuery, Storage } from '@cartograph/core';
import { type App, type CommonOptions, createApp } from '../app.js';
import type { Shell } from '../shell.js';
import { readCount } from './count.js';
import { readResource } from './resource.js';

export interface ChangesOptions extends CommonOptions {
  readonly since: string;
  readonly limit?: string;
  readonly follow?: boolean;
  readonly connection?: string;
  readonly resource?: string;
}

const usualLimit = '1000';
/** How often who follows looks for more. */
const everyMs = 500;

/** What changed in the store after a sequence, in its order; with `follow` what changes from then on too, until stopped. */
export async function changes(shell: Shell, options: ChangesOptions): Promise<void> {
  const app = createApp(shell, options);
  const { connection, resource, follow: follows } = options;
  const since = readCount('--since', options.since);
  const limit = readCount('--limit', options.limit ?? (follows ? '0' : usualLimit));
  const query = {
    since,
    ...(connection === undefined ? {} : { connectionId: connection }),
    ...(resource === undefined ? {} : { resource: readResource(resource) }),
    ...(limit === 0 ? {} : { limit }),
  };
  await app.withStorage(async storage => {
    if (follows) await follow(app, storage, query);
    else await show(app, storage, query);
  });
}

async function show({ terminal }: App, storage: Storage, query: ChangeQuery): Promise<void> {
  const found: Change[] = [];
  for await (const change of storage.changes(query)) found.push(change);
  const last = found.at(-1)?.sequence ?? query.since;
  if (terminal.json) return terminal.printJson({ changes: found, last });
  for (const change of found) terminal.print(describe(change));
  if (found.length === query.limit) terminal.say(`${found.length} changes; --since ${last} shows the next ones.`);
  else if (found.length === 0) terminal.say(`No change after ${query.since}.`);
}

/** A line a change, as soon as it is there. */
async function follow({ terminal, signal }: App, storage: Storage, query: ChangeQuery): Promise<void> {
  let { since, limit = Number.POSITIVE_INFINITY } = query;
  while (!signal.aborted) {
    for await (const change of storage.changes({ ...query, since, limit })) {
      if (terminal.json) terminal.printJson(change);
      else terminal.print(describe(change));
      since = change.sequence;
      limit -= 1;
      if (signal.aborted) return;
    }
    if (limit === 0) return;
    await setTimeout(everyMs, undefined, { signal }).catch(() => {});
  }
}

const describe = ({ sequence, at, kind, connectionId, resource, id }: Change): string =>
  [sequence, at, kind.padEnd(longestKind), connectionId, resource, id].join('  ');

const longestKind = 'restored'.length;
