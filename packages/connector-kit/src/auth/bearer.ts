import type { TokenSource } from './token-source.js';

const scheme = 'Bearer ';

/** The two halves that `createHttp` takes, for a token in the Authorization header. */
export function bearer(source: TokenSource) {
  return {
    authorize: async (request: Request) => {
      request.headers.set('authorization', `${scheme}${await source.get()}`);
      return request;
    },
    refresh: (refused: Request) => {
      const header = refused.headers.get('authorization') ?? '';
      if (header.startsWith(scheme)) source.invalidate(header.slice(scheme.length));
    },
  };
}
