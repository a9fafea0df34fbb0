import type { Server } from 'node:http';
import { ConfigError } from '@cartograph/core';
import { type ServerType, serve } from '@hono/node-server';

export interface Listening {
  readonly url: string;
  /** Ends what is under way, too. */
  close(): Promise<void>;
}

type Fetch = Parameters<typeof serve>[0]['fetch'];

/** Puts a function from request to answer behind a port; 0 takes a free one. Throws a ConfigError when it cannot be had. */
export function listen(fetch: Fetch, port: number, hostname = '127.0.0.1'): Promise<Listening> {
  return new Promise((resolve, reject) => {
    if (port > 65_535) throw new ConfigError(`cannot listen on port ${port}: ports go from 0 to 65535`, { port });
    const server: ServerType = serve({ fetch, hostname, port }, ({ port: actual }) =>
      resolve({ url: `http://${shownHost(hostname)}:${actual}`, close: () => closeServer(server as Server) }),
    );
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EADDRINUSE' ? 'another program uses it: choose another --port' : cause.message;
      reject(new ConfigError(`cannot listen on port ${port}: ${reason}`, { port }, { cause }));
    });
  });
}

const shownHost = (hostname: string): string => (hostname.includes(':') ? `[${hostname}]` : hostname);

const closeServer = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
