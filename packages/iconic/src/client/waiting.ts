import type { RequestOptions } from '@cartograph/connector-kit';
import { type Host, RequestError, TransportError } from '@cartograph/core';
import { connectorTitle } from '../errors.js';

export interface WaitOptions extends RequestOptions {
  /** Between two looks; two seconds unless told. */
  readonly everyMs?: number;
  /** Ten minutes unless told. */
  readonly forMs?: number;
}

interface Job {
  readonly status?: string | null | undefined;
}

const running = new Set(['Queued', 'Processing']);

/** Looks at a job until it is finished. Rejects when it ends otherwise, or not in time. */
export async function waitFor<Row extends Job>(
  what: string,
  read: (call: RequestOptions) => Promise<Row>,
  { sleep, now }: Pick<Host, 'sleep' | 'now'>,
  { everyMs = 2000, forMs = 600_000, ...call }: WaitOptions = {},
): Promise<Row> {
  const end = now().getTime() + forMs;
  for (;;) {
    const job = await read(call);
    const status = String(job.status);
    if (status === 'Finished') return job;
    if (!running.has(status))
      throw new RequestError(`${connectorTitle}: ${what} ended as ${status}`, { connector: connectorTitle, status });
    if (now().getTime() + everyMs > end)
      throw new TransportError(`${connectorTitle}: ${what} is still ${status} after ${forMs / 1000} s`, {
        connector: connectorTitle,
      });
    await sleep(everyMs, call.signal);
  }
}
