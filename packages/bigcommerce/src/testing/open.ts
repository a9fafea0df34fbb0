import { createVirtualClock } from '@cartograph/conformance';
import { everything, type NativeRecord, type ReadQuery, silentLogger } from '@cartograph/core';
import { type BigCommerceSimulatorOptions, createBigCommerceSimulator } from '@cartograph/simulators';
import type { BigCommerceConfig } from '../config.js';
import { bigcommerce } from '../connector.js';
import type { OrderBody } from '../native/order-body.js';

type Intercept = (request: Request, answer: () => Promise<Response>) => Promise<Response>;

/** A session with a simulated shop that keeps what it was asked; `intercept` stands between the two. */
export function open(
  options: BigCommerceSimulatorOptions = {},
  settings: Partial<BigCommerceConfig> = {},
  intercept: Intercept = (_request, answer) => answer(),
) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const simulator = createBigCommerceSimulator({ orders: 320, ...options, elapsedMs: clock.elapsedMs });
  const asked: URL[] = [];
  const config = bigcommerce.config.parse({ ...simulator.config('https://shop.example'), ...settings });
  const session = bigcommerce.open(config, {
    fetch: (input, init) => {
      const request = new Request(input, init);
      asked.push(new URL(request.url));
      return intercept(request, () => simulator.fetch(request));
    },
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  });
  const read = async (stream: string, query: Partial<ReadQuery> = {}): Promise<NativeRecord[]> => {
    const records: NativeRecord[] = [];
    for await (const page of session.read(stream, { ...everything, ...query })) records.push(...page.records);
    return records;
  };
  const askedFor = (pattern: RegExp) => asked.filter(({ pathname }) => pattern.test(pathname));
  return { simulator, session, read, asked, askedFor, clock };
}

/** The settings with the fewest requests. */
export const header = { payments: 'header' } as const;
export const bodyOf = ({ body }: NativeRecord) => body as OrderBody;
