import type { Quirk } from './quirk.js';

const skewMs = 90_000;

/** The machine that answers has another clock than the database that stamps the records. */
const skewed = (name: string, words: string, offsetMs: number): Quirk => ({
  name,
  description: `Date headers are 90 seconds ${words} of the times on records, always`,
  wrap:
    (next, { disturbed }) =>
    async request => {
      const response = await next(request);
      const date = Date.parse(response.headers.get('date') ?? '');
      if (Number.isNaN(date)) return response;
      disturbed();
      response.headers.set('date', new Date(date + offsetMs).toUTCString());
      return response;
    },
});

export const clockAhead = skewed('clock-ahead', 'ahead', skewMs);
export const clockBehind = skewed('clock-behind', 'behind', -skewMs);
