import type {
  Checkpoint,
  Connection,
  Connector,
  Host,
  Instant,
  Lane,
  PageCommit,
  Run,
  Session,
  Storage,
  Stream,
  StreamRun,
} from '@cartograph/core';
import { type PageCounts, withPage } from './certificate.js';
import type { Holder } from './lease.js';
import type { ShapeRecorder } from './shape/recorder.js';

/** What a run hands to each of its streams. */
export interface RunContext {
  readonly connection: Connection;
  readonly connector: Connector;
  /** The connection as opened for requests of a lane. */
  readonly session: (lane: Lane) => Session;
  /** The platform's clock. */
  readonly clock: () => Date;
  readonly storage: Storage;
  readonly host: Host;
  readonly holder: Holder;
  readonly runId: string;
  readonly full: boolean;
  readonly newestFirst: boolean;
  /** The run as it stands when this is what became of the stream. */
  readonly certify: (stream: string, run: StreamRun) => Run;
  readonly report: (stream: string, run: StreamRun, stands: Stands) => void;
}

/** How far a window or slice is; null where the platform tells no total. */
export interface Stands {
  /** Records in it, all told. */
  readonly total: number | null;
  readonly remaining: number | null;
  /** Until its end, at the speed since the run began with it. */
  readonly leftMs: number | null;
}

export const untold: Stands = { total: null, remaining: null, leftMs: null };

type Page = Pick<PageCommit, 'natives' | 'setAside' | 'gone' | 'shape'> & { readonly counts: PageCounts };

const emptyPage: Page = { natives: [], setAside: [], counts: { pages: 0, seen: 0, setAside: 0 } };

/** One stream in one run, under its lease: whatever it writes takes the checkpoint and the certificate along. */
export class StreamWork {
  readonly context: RunContext;
  readonly name: string;
  readonly stream: Stream;
  readonly shapes: ShapeRecorder;
  checkpoint: Checkpoint;
  run: StreamRun;
  readonly #fence: number;

  constructor(
    context: RunContext,
    name: string,
    given: { stream: Stream; shapes: ShapeRecorder; checkpoint: Checkpoint; run: StreamRun; fence: number },
  ) {
    this.context = context;
    this.name = name;
    this.stream = given.stream;
    this.shapes = given.shapes;
    this.checkpoint = given.checkpoint;
    this.run = given.run;
    this.#fence = given.fence;
  }

  now(): Instant {
    return this.context.host.now().toISOString();
  }

  /** `ending` is what else becomes of the certificate with this page. */
  async commit(page: Partial<Page>, checkpoint: Checkpoint, ending: Partial<StreamRun> = {}): Promise<void> {
    const { counts, ...content } = { ...emptyPage, ...page };
    const { connector } = this.context;
    let run = this.run;
    await this.context.storage.commit({
      ...this.#common(),
      ...content,
      platform: connector.id,
      mapperVersion: connector.mapperVersion,
      runId: this.context.runId,
      checkpoint,
      run: result => {
        run = { ...withPage(this.run, counts, result), ...ending };
        return this.context.certify(this.name, run);
      },
    });
    this.checkpoint = checkpoint;
    this.run = run;
  }

  /** Answers the ids that are neither stored nor set aside. The checkpoint stays. */
  async meet(runId: string, ids: readonly string[]): Promise<readonly string[]> {
    const { missing } = await this.context.storage.meet({
      ...this.#common(),
      runId,
      ids,
      checkpoint: this.checkpoint,
    });
    return missing;
  }

  /** Marks as deleted what the run did not meet. */
  async sweep(
    given: { readonly runId: string; readonly evidence: 'enumeration' | 'sweep' } & Pick<PageCommit, 'shape'>,
    checkpoint: Checkpoint,
    ending: Partial<StreamRun>,
  ): Promise<void> {
    let run = this.run;
    await this.context.storage.sweep({
      ...this.#common(),
      ...given,
      checkpoint,
      run: ({ deleted }) => {
        const { counts } = emptyPage;
        run = { ...withPage(this.run, counts, { stored: deleted, unchanged: 0, deleted, restored: 0 }), ...ending };
        return this.context.certify(this.name, run);
      },
    });
    this.checkpoint = checkpoint;
    this.run = run;
  }

  #common() {
    return { connectionId: this.context.connection.id, stream: this.name, at: this.now(), fence: this.#fence };
  }
}
