import type { Server } from 'node:http';
import { ConfigError } from '@cartograph/core';
import type { Simulator } from '@cartograph/simulators';
import { serve } from '@hono/node-server';
import { type Breakable, breakingConnection } from './broken-body.js';

export interface SandboxServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Puts a simulator behind a port of 127.0.0.1; 0 takes a free one. Throws a ConfigError when the port is taken. */
export function startServer(simulator: Simulator, port: number): Promise<SandboxServer> {
  return new Promise((resolve, reject) => {
    if (port > 65_535) throw new ConfigError(`cannot listen on port ${port}: ports go from 0 to 65535`, { port });
    const fetch = async (request: Request, { outgoing }: { readonly outgoing: Breakable }): Promise<Response> => {
      const before = simulator.counts.disturbed;
      const response = await simulator.fetch(request);
      const spoiled = simulator.counts.disturbed > before;
      return spoiled ? breakingConnection(response, outgoing) : response;
    };
    const server = serve({ fetch, hostname: '127.0.0.1', port }, ({ port: actual }) =>
      resolve({ url: `http://127.0.0.1:${actual}`, close: () => closeServer(server as Server) }),
    );
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? 'another program uses it: choose another --port' : cause.message;
      reject(new ConfigError(`cannot listen on port ${port}: ${reason}`, { port }, { cause }));
    });
  });
}

const closeServer = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
