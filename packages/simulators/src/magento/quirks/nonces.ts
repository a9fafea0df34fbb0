import type { Quirk } from '../../quirks/quirk.js';
import { refusal } from '../protocol/errors.js';

const consumerOf = (request: Request): string | undefined =>
  /oauth_consumer_key="([^"]*)"/.exec(request.headers.get('authorization') ?? '')?.[1];

export const nonceReuse = {
  name: 'nonce-reuse',
  description: 'Some signed requests are refused with 401 for a nonce that another used before; signed anew they pass',
  wrap: (next, world) => request => {
    const consumer = consumerOf(request);
    return consumer === undefined || !world.strikes(request)
      ? next(request)
      : Promise.resolve(refusal(401, 'The nonce is already being used by the consumer with key %1.', [consumer]));
  },
} as const satisfies Quirk;
