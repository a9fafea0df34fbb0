import { randomUUID } from 'node:crypto';
import { createApi, createDocumentKeeper, createRunner, createWebhooks, keepDocuments } from '@cartograph/api';
import { createBoundedFetch, createPublicFetch } from '@cartograph/connector-kit';
import { connectors } from '@cartograph/connectors';
import { ConfigError, type Host, resourceNames, type Storage } from '@cartograph/core';
import { watch } from '@cartograph/sync';
import { type App, type CommonOptions, createApp } from '../app.js';
import { openAt, readCadence } from '../cadence.js';
import { createHolder } from '../holder.js';
import { listen } from '../serve/listen.js';
import type { Shell } from '../shell.js';
import { readCount } from './count.js';

export interface ServeOptions extends CommonOptions {
  readonly port: string;
  readonly host: string;
  readonly watch?: boolean;
  readonly every?: readonly string[];
  readonly allowPrivate?: boolean;
  readonly cors?: readonly string[];
}

/** What a consumer of webhooks may answer: its status is all that counts. */
const mostAnswerBytes = 16_384;

/** Serves the API and delivers webhooks until Ctrl-C; with --watch the shops are read beside it. */
export async function serve(shell: Shell, options: ServeOptions): Promise<void> {
  const app = createApp(shell, options);
  if (options.every && !options.watch) throw new ConfigError('--every is how often --watch reads: it needs --watch');
  const { signal, terminal } = app;
  const host: Host = options.allowPrivate ? app.host : { ...app.host, fetch: createPublicFetch() };
  const consumerFetch = createBoundedFetch(mostAnswerBytes, options.allowPrivate ?? false);
  const holder = createHolder(host.now);
  const settings = { seal: app.sealSettings, unseal: app.unsealedSettings };
  await app.withStorage(async storage => {
    const cadence = readCadence(options.every ?? [], await storage.connections());
    await warmUp(storage);
    const documents = createDocumentKeeper(storage);
    const webhooks = createWebhooks({ storage, connectors, host: { ...host, fetch: consumerFetch }, settings });
    const runner = createRunner({ storage, connectors, host, settings, holder });
    const api = createApi({
      storage,
      connectors,
      host,
      settings,
      startRun: runner.start,
      corsOrigins: options.cors ?? [],
      documents,
      webhooks,
    });
    const ending = new AbortController();
    const over = AbortSignal.any([signal, ending.signal]);
    const beside = [keepDocuments(documents, host, over), webhooks.deliver(over)];
    const server = await listen(api, readCount('--port', options.port, 0), options.host);
    if (terminal.json) terminal.printJson({ url: server.url });
    else
      terminal.print(`${server.url} serves ${app.database}; ${server.url}/docs shows what it answers. Ctrl-C ends it.`);
    if ((await storage.apiKeys()).length === 0)
      terminal.say('Nobody can ask yet: "cartograph keys create <name>" makes a key.');
    const reading = options.watch
      ? watch({ storage, host, holder, newRunId: randomUUID, open: openAt(app, cadence), onPause: sayPause(app) })
      : null;
    try {
      await Promise.race([aborted(signal), ...(reading ? [reading] : [])]);
    } finally {
      await server.close();
      ending.abort();
      await Promise.all([runner.ended(), reading, ...beside]);
    }
  });
}

/** The indexes of the lists are made before the first who asks would wait for them. */
async function warmUp(storage: Storage): Promise<void> {
  for (const resource of resourceNames) await storage.query({ resource, limit: 1 });
}

const sayPause =
  ({ terminal }: App) =>
  (name: string, reason: string): void =>
    terminal.say(`${name} is left until its settings change: ${reason}`);

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve =>
    signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true }),
  );
