/** What one measured process did. */
export interface Measured {
  readonly records: number;
  readonly seconds: number;
  /** The most memory that the whole process held, in bytes. */
  readonly peakBytes: number;
}

/** Runs the work, and prints what it took as one line of JSON. */
export async function measure(work: () => Promise<number>): Promise<void> {
  const started = performance.now();
  const records = await work();
  const seconds = (performance.now() - started) / 1000;
  const measured: Measured = { records, seconds, peakBytes: process.resourceUsage().maxRSS * 1024 };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}
