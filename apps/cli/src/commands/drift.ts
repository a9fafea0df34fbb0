import type { StoredDrift } from '@cartograph/core';
import { type CommonOptions, chooseConnections, createApp } from '../app.js';
import { figure, table } from '../output/table.js';
import type { Shell } from '../shell.js';

export interface DriftOptions extends CommonOptions {
  readonly connection?: string;
  readonly accept?: boolean;
}

export async function drift(shell: Shell, options: DriftOptions): Promise<void> {
  const app = createApp(shell, options);
  const found = await app.withStorage(async storage => {
    if (options.connection !== undefined) await chooseConnections(storage, [options.connection]);
    const drifts = await storage.drifts(options.connection);
    if (options.accept) await storage.acceptDrifts(drifts);
    return drifts;
  });
  if (app.terminal.json) {
    const accepted = options.accept ? { accepted: found.length } : {};
    return app.terminal.printJson({ ...accepted, drifts: found.map(brief) });
  }
  if (found.length > 0) app.terminal.print(table(head, found.map(row)));
  if (options.accept) app.terminal.print(`${found.length > 0 ? '\n' : ''}${figure(found.length)} accepted.`);
  else if (found.length === 0)
    app.terminal.print('No drift: what the shops send looks as it did when it was first read whole.');
}

const brief = ({ connectionId, ...rest }: StoredDrift) => ({ connection: connectionId, ...rest });

const head = ['connection', 'stream', 'path', 'drift', 'before', 'now', 'record', 'first seen'];

const kinds: Readonly<Record<StoredDrift['kind'], string>> = {
  newField: 'new field',
  newType: 'new type',
  newValue: 'new value',
  vanishedField: 'vanished',
};

const row = ({ connectionId, stream, path, kind, before, after, nativeId, at }: StoredDrift): string[] => [
  connectionId,
  stream,
  path || 'the record itself',
  kinds[kind],
  before ?? '–',
  after,
  nativeId,
  at,
];
