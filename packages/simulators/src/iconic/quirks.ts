import { json } from '../http.js';
import type { Quirk } from '../quirks/quirk.js';
import { profilesOf } from '../quirks/quirks.js';

/** What this platform does beside what every platform may do. The simulator asks for each without `wrap` by its name. */
export const own = [
  {
    name: 'maintenance-mode',
    description:
      'Some requests are answered 503 with the platform’s own word on maintenance; asked again, they get through',
    wrap: (next, { strikes }) => {
      const body = { message: 'The system is under maintenance.', caused_by: 'maintenance_mode' };
      return async request => (strikes(request) ? json(body, 503, { 'retry-after': '5' }) : next(request));
    },
  },
  {
    name: 'token-dies',
    description: 'A token is refused after it was used twenty-five times, long before its hour is over, always',
  },
  {
    name: 'last-page-repeated',
    description: 'A page beyond the end of a list is the last page once more, always',
  },
  {
    name: 'wrong-counts',
    description:
      'Total counts are half of what there is or half as much again, and no page says that it is the last, always',
  },
  {
    name: 'other-envelopes',
    description:
      'Lists that tell their total tell only whether more follows, and the other way round; bare lists have an envelope, always',
  },
  {
    name: 'capped-page-size',
    description: 'No list gives more than twenty rows a page, whatever limit it is asked for, always',
  },
  {
    name: 'text-amounts',
    description: 'All amounts come as text, always',
  },
  {
    name: 'daylight-saving',
    description:
      'Dates of orders and finance have no zone, and the clocks are set back some minutes after the history ends, always',
  },
  {
    name: 'edits-while-paging',
    description:
      'Before each of the first five further pages of lists that are asked for, orders were placed and changed, or a product was',
  },
  {
    name: 'same-second-cluster',
    description: 'Whatever happens ends with a bulk edit of all orders and product sets within one second, always',
  },
  {
    name: 'silent-children',
    description:
      'Stock, prices and sizes change without moving the time of their product set, and addresses without that of the items, always',
  },
  {
    name: 'poisoned-record',
    description:
      'Every list that would hold a certain order, or a certain product set, is 500, and the products of another set are 404, until the record is tampered with',
  },
  {
    name: 'duplicate-webhooks',
    description: 'Every webhook is sent twice, always',
  },
] as const satisfies readonly Quirk[];

export type OwnQuirk = (typeof own)[number]['name'];

export const iconicProfiles = profilesOf(own);
