import { json } from '../../http.js';
import type { Fetch } from '../../quirks/quirk.js';
import { refuse } from '../refusal.js';

interface LegacyOptions {
  readonly storeHash: string;
  /** The token that the requests are passed on with. */
  readonly accessToken: () => string;
  readonly username: string;
  readonly apiToken: string;
  readonly now: () => number;
}

const callsAnHour = 20_000;
const hourMs = 60 * 60 * 1000;

/** The accounts of old: a name and a token by basic authentication, for V2 only, at the store's own address. */
export function legacyDoor(next: Fetch, { storeHash, accessToken, username, apiToken, now }: LegacyOptions): Fetch {
  const expected = `Basic ${Buffer.from(`${username}:${apiToken}`).toString('base64')}`;
  let hour = 0;
  let used = 0;
  return async request => {
    const url = new URL(request.url);
    const [, path] = /^\/api\/v2(\/.*)$/.exec(url.pathname) ?? [];
    if (path === undefined) return next(request);
    const current = Math.floor(now() / hourMs);
    if (current !== hour) [hour, used] = [current, 0];
    used += 1;
    if (request.headers.get('authorization') !== expected)
      return refuse('v2', 401, 'No credentials were supplied in the request.').response;
    // There is no webhook for these accounts.
    if (path.startsWith('/hooks'))
      return json([{ status: 403, message: 'Not available with basic authentication.' }], 403);
    url.pathname = `/stores/${storeHash}/v2${path.replace(/\.json$/, '')}`;
    const headers = new Headers(request.headers);
    headers.delete('authorization');
    headers.set('x-auth-token', accessToken());
    const body = ['GET', 'HEAD'].includes(request.method) ? {} : { body: await request.text() };
    const answer = await next(new Request(url, { method: request.method, headers, ...body }));
    answer.headers.set('x-bc-apilimit-remaining', String(Math.max(0, callsAnHour - used)));
    return answer;
  };
}
