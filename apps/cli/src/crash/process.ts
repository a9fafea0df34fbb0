import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Run } from '@cartograph/core';
import type { Job } from './job.js';

/** A process that does a job. */
export interface RunningJob {
  readonly pid: number | undefined;
  /** Resolves when it waits at the point where its job says so. */
  held(): Promise<void>;
  goOn(): void;
  /** The run it made, or null where it was killed. Rejects where it ended in any other way, with what it said. */
  readonly ended: Promise<Run | null>;
}

export function start(script: string, job: Job): RunningJob {
  const child = spawn(process.execPath, [script, JSON.stringify(job)]);
  const lines: string[] = [];
  const printed = createInterface({ input: child.stdout }).on('line', line => lines.push(line));
  let complaints = '';
  child.stderr.on('data', text => {
    complaints += text;
  });
  const end = async (): Promise<Run | null> => {
    const [code, signal] = await once(child, 'close');
    if (signal === 'SIGKILL') return null;
    if (code === 0) return JSON.parse(lines.at(-1) ?? '');
    throw new Error(`the process ended with ${signal ?? code}: ${complaints}`);
  };
  return {
    pid: child.pid,
    held: async () => void (lines.length > 0 || (await once(printed, 'line'))),
    goOn: () => void child.stdin.end('go on\n'),
    ended: end(),
  };
}
