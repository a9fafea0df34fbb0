import type { Connection, Host, Run, Storage } from '@cartograph/core';
import { attempt, type Stop } from '../stop.js';
import { streamNames } from '../stream-names.js';
import { type SyncOptions, syncConnection } from '../sync-connection.js';
import { type Hold, type Task, taskKey, tasksOf } from './plan.js';
import { holdAfter } from './recovery.js';

export interface WatchOptions extends Pick<SyncOptions, 'holder' | 'newestFirst' | 'streams' | 'onProgress'> {
  readonly storage: Storage;
  /** Its signal ends the watching. */
  readonly host: Host;
  /** Only these; every connection there is, also those that are added meanwhile, when left out. */
  readonly connections?: readonly string[];
  /** Throws a ConfigError for a connection that cannot be opened: it is left until its settings change. */
  readonly open: (connection: Connection) => Pick<SyncOptions, 'connector' | 'config'>;
  readonly newRunId: () => string;
  readonly onRun?: (run: Run) => void;
  /** Called when a connection is left until its settings change. */
  readonly onPause?: (connectionId: string, reason: string) => void;
}

/** How often it is looked whether there is something new to do. */
const lookEveryMs = 60_000;

/**
 * Reads what is due, by each stream's own cadence, until the host's signal aborts: what changed and what takes long side by
 * side, each connection apart. Only a bug is thrown, or a store that fails.
 */
export async function watch(options: WatchOptions): Promise<void> {
  const { storage, host } = options;
  const watched = new Map<string, Promise<void>>();
  let failed: { readonly error: unknown } | null = null;
  while (!host.signal?.aborted && failed === null) {
    for (const { id } of await storage.connections()) {
      if (watched.has(id) || (options.connections && !options.connections.includes(id))) continue;
      const done = new Watcher(options, id).run().then(
        () => void watched.delete(id),
        error => {
          failed ??= { error };
        },
      );
      watched.set(id, done);
    }
    await pause(host, lookEveryMs);
  }
  await Promise.all(watched.values());
  if (failed !== null) throw (failed as { readonly error: unknown }).error;
}

/** False where the signal aborted. */
async function pause({ sleep, signal }: Host, ms: number): Promise<void> {
  try {
    await sleep(ms, signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

/** One connection: what is held and until when, and which settings it is paused with. */
class Watcher {
  readonly #options: WatchOptions;
  readonly #id: string;
  readonly #holds = new Map<string, Hold>();
  readonly #busy = new Set<string>();
  #pausedWith: string | null = null;

  constructor(options: WatchOptions, id: string) {
    this.#options = options;
    this.#id = id;
  }

  async run(): Promise<void> {
    await Promise.all([this.#follow('quick'), this.#follow('long')]);
  }

  async #follow(pace: Task['pace']): Promise<void> {
    const { storage, host } = this.#options;
    while (!host.signal?.aborted) {
      const connection = await storage.connection(this.#id);
      if (connection === null) return;
      const opened = this.#isPaused(connection) ? null : await this.#open(connection);
      const waitMs = opened === null ? lookEveryMs : await this.#work(pace, { ...opened, connection });
      if (waitMs > 0) await pause(host, Math.min(waitMs, lookEveryMs));
    }
  }

  #isPaused({ settings, pausedByUser }: Connection): boolean {
    if (pausedByUser) return true;
    if (this.#pausedWith === null) return false;
    if (this.#pausedWith === settings) return true;
    this.#pausedWith = null;
    this.#holds.clear();
    return false;
  }

  async #open(connection: Connection): Promise<Pick<SyncOptions, 'connector' | 'config'> | null> {
    const opening = { opened: null as Pick<SyncOptions, 'connector' | 'config'> | null };
    const stop = await attempt(async () => {
      opening.opened = this.#options.open(connection);
    }, this.#options.host.signal);
    if (stop) this.#pause(connection, stop);
    return opening.opened;
  }

  #pause({ id, settings }: Connection, { reason, recovery }: Stop): void {
    if (recovery === 'interrupted' || this.#pausedWith === settings) return;
    this.#pausedWith = settings;
    this.#options.onPause?.(id, reason);
  }

  /** Does what is due. Answers how many milliseconds nothing is. */
  async #work(pace: Task['pace'], opened: Pick<SyncOptions, 'connector' | 'config' | 'connection'>): Promise<number> {
    // What another pace is busy with by now has to wait until that is done.
    const tasks = (await this.#tasks(pace, opened)).filter(({ stream }) => !this.#busy.has(stream));
    const nowMs = this.#options.host.now().getTime();
    const due = tasks.filter(({ dueMs }) => dueMs <= nowMs);
    const [first] = due.toSorted((one, other) => one.dueMs - other.dueMs);
    if (first === undefined) return Math.min(...tasks.map(({ dueMs }) => dueMs)) - nowMs;
    await this.#run(
      opened,
      due.filter(({ kind }) => kind === first.kind),
    );
    return 0;
  }

  async #tasks(pace: Task['pace'], { connector }: Pick<SyncOptions, 'connector'>): Promise<readonly Task[]> {
    const tasks: Task[] = [];
    const checkpoints = await this.#options.storage.checkpoints(this.#id);
    for (const name of streamNames(connector, this.#options.streams)) {
      const stream = connector.streams[name];
      if (!stream) continue;
      tasks.push(...tasksOf(name, stream, checkpoints.get(name) ?? null, this.#holds));
    }
    return tasks.filter(task => task.pace === pace);
  }

  async #run(opened: Pick<SyncOptions, 'connector' | 'config' | 'connection'>, tasks: readonly Task[]): Promise<void> {
    const { storage, host, newRunId, onRun, holder, newestFirst = false, onProgress } = this.#options;
    const startedMs = host.now().getTime();
    for (const { stream } of tasks) this.#busy.add(stream);
    const run = await syncConnection({
      ...opened,
      storage,
      host,
      newestFirst,
      runId: newRunId(),
      streams: tasks.map(({ stream }) => stream),
      sweep: tasks[0]?.kind === 'sweep',
      ...(holder && { holder }),
      ...(onProgress && { onProgress }),
      onEnd: (stream, stop) => {
        const task = tasks.find(candidate => candidate.stream === stream);
        if (task) this.#hold(opened.connection, task, stop, startedMs);
        this.#busy.delete(stream);
      },
    });
    onRun?.(run);
  }

  #hold(connection: Connection, task: Task, stop: Stop | null, startedMs: number): void {
    const { host } = this.#options;
    const key = taskKey(task);
    if (stop === null) {
      this.#holds.set(key, { failures: 0, untilMs: startedMs + task.everyMs });
    } else if (stop.recovery === 'reauthorize') {
      this.#pause(connection, stop);
    } else if (stop.recovery !== 'interrupted') {
      const nowMs = host.now().getTime();
      this.#holds.set(key, holdAfter(stop, this.#holds.get(key), nowMs, host.random ?? Math.random));
    }
  }
}
