import type { Quirk } from '../quirks/quirk.js';
import { profilesOf } from '../quirks/quirks.js';

/** What this platform does beside what every platform may do. The simulator asks for each by its name. */
export const own = [
  {
    name: 'last-page-repeated',
    description: 'A page beyond the end of a list is the last page once more, always',
  },
  {
    name: 'empty-list-200',
    description: 'V2 lists without rows are 200 with an empty list in place of 204 without a body, always',
  },
  {
    name: 'empty-list-204',
    description: 'V3 lists without rows are 204 without a body, always',
  },
  {
    name: 'no-transactions-404',
    description: 'The transactions of an order that has none are 404, always',
  },
  {
    name: 'wrong-counts',
    description: 'Counts of V2, and totals and numbers of pages of V3, are too small or too large, always',
  },
  {
    name: 'no-pagination',
    description: 'V3 lists say nothing of their pages, save for cursors, always',
  },
  {
    name: 'capped-page-size',
    description: 'No list gives more than fifty rows a page, whatever limit it is asked for, always',
  },
  {
    name: 'loose-scalars',
    description:
      'Amounts come with and without padding, as numbers and as text, and nothing comes as {} and as "", always',
  },
  {
    name: 'edits-while-paging',
    description: 'Whenever another page is asked for, records have been edited, added and deleted since the one before',
  },
  {
    name: 'same-second-cluster',
    description:
      'Whatever happens ends with a bulk edit of all orders, products and customers within one second, always',
  },
  {
    name: 'silent-children',
    description:
      'Refunds, payments, parcels, stock and addresses change without moving the modified time of what they belong to, always',
  },
  {
    name: 'poisoned-record',
    description:
      'An order, a product, a customer, a transaction and the first new refund turn every answer that would hold them into 500, of the product into 404, until the record is tampered with',
  },
  {
    name: 'shared-quota',
    description: 'Another application makes two requests of the same quota for each of ours, always',
  },
  {
    name: 'duplicate-webhooks',
    description: 'Every webhook is sent twice, with the same id and the same hash, always',
  },
] as const satisfies readonly Quirk[];

export type OwnQuirk = (typeof own)[number]['name'];

export const bigcommerceProfiles = profilesOf(own);
