import type { Simulator } from '@cartograph/simulators';
import { type Listening, listen } from '../serve/listen.js';
import { type Breakable, breakingConnection } from './broken-body.js';

/** Puts a simulator behind a port of 127.0.0.1; 0 takes a free one. Throws a ConfigError when the port is taken. */
export function startServer(simulator: Simulator, port: number): Promise<Listening> {
  const fetch = async (request: Request, { outgoing }: { readonly outgoing: Breakable }): Promise<Response> => {
    const before = simulator.counts.disturbed;
    const response = await simulator.fetch(request);
    const spoiled = simulator.counts.disturbed > before;
    return spoiled ? breakingConnection(response, outgoing) : response;
  };
  return listen(fetch as Parameters<typeof listen>[0], port);
}
