import type { Run, RunKind, StreamRun } from '@cartograph/core';
import { stoppedRun } from './certificate.js';

/** A run as it stands: what each stream came to until now, and what it took. */
export class RunBook {
  readonly #started: Omit<Run, 'requests' | 'limited' | 'streams'>;
  readonly #counts: { readonly requests: number; readonly limited: number };
  readonly #streams = new Map<string, StreamRun>();
  #current: { readonly name: string; readonly sent: number } | null = null;

  constructor(
    started: Omit<Run, 'requests' | 'limited' | 'streams'>,
    counts: { readonly requests: number; readonly limited: number },
  ) {
    this.#started = started;
    this.#counts = counts;
  }

  /** From now on requests are those of this stream. Answers what its turn before came to. */
  begin(name: string): StreamRun | undefined {
    this.#settle();
    this.#current = { name, sent: this.#counts.requests };
    return this.#streams.get(name);
  }

  enter(name: string, run: StreamRun): void {
    this.#streams.set(name, run);
  }

  stop(name: string, kind: RunKind, reason: string): void {
    this.enter(name, stoppedRun(this.#streams.get(name), kind, reason));
  }

  run(): Run {
    const streams = [...this.#streams].map(([name, run]) => [name, this.#counted(name, run)] as const);
    return { ...this.#started, ...this.#counts, streams: Object.fromEntries(streams) };
  }

  /** As it would stand with that. */
  runWith(name: string, run: StreamRun): Run {
    const standing = this.run();
    return { ...standing, streams: { ...standing.streams, [name]: this.#counted(name, run) } };
  }

  #settle(): void {
    const name = this.#current?.name;
    const run = name === undefined ? undefined : this.#streams.get(name);
    if (name !== undefined && run) this.#streams.set(name, this.#counted(name, run));
    this.#current = null;
  }

  #counted(name: string, run: StreamRun): StreamRun {
    const sent = this.#current?.name === name ? this.#counts.requests - this.#current.sent : 0;
    return { ...run, requests: run.requests + sent };
  }
}
