/** What one measured process did. */
export interface Measured {
  readonly records: number;
  readonly seconds: number;
  /** Processor time of all threads of the process while it worked; starting and loading are before that. */
  readonly cpuSeconds: number;
  /** The most memory that the whole process held, in bytes. */
  readonly peakBytes: number;
}

/** Runs the work, and prints what it took as one line of JSON. */
export async function measure(work: () => Promise<number>): Promise<void> {
  const before = process.cpuUsage();
  const started = performance.now();
  const records = await work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const measured: Measured = { records, seconds, cpuSeconds: (user + system) / 1_000_000, peakBytes };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}
