import type { Quirk } from '../quirks/quirk.js';
import { profilesOf } from '../quirks/quirks.js';
import { nonceReuse } from './quirks/nonces.js';

/** What this platform does beside what every platform may do. The simulator asks for those without a `wrap` by their names. */
export const own = [
  {
    name: 'last-page-repeated',
    description: 'A page beyond the end of a list is the last page once more, as in releases through 2.3, always',
  },
  { name: 'null-items', description: 'Lists without rows have null in place of an empty list, always' },
  {
    name: 'input-limits',
    description:
      'Pages of more than twenty rows, and more than twenty records to write at once, are refused with 400 and the limit, always',
  },
  {
    name: 'capped-page-size',
    description: 'No list gives more than twenty rows a page, whatever size it is asked for, always',
  },
  {
    name: 'wrong-counts',
    description: 'Totals of lists are too small, too large, those of the page or not there at all, in turn, always',
  },
  {
    name: 'unsorted-ties',
    description:
      'Lists are sorted by the first order alone, and rows that are equal by it come otherwise each time, always',
  },
  {
    name: 'same-second-cluster',
    description:
      'Whatever happens ends with a bulk edit of all products and customers and of every third order within one second, always',
  },
  {
    name: 'edits-while-paging',
    description:
      'Before each of the first forty requests for lists after anything happened, records are edited, added and deleted',
  },
  {
    name: 'poisoned-record',
    description:
      'An order and a product turn every list that would hold them into 404, a credit memo, a shipment and a customer into 500, until the record is tampered with',
  },
  {
    name: 'silent-children',
    description: 'Invoices, shipments, refunds and stock do not move the time of their order or product, always',
  },
  {
    name: 'daylight-saving',
    description:
      'Every fifth record tells its times in the local time of Sydney, with the offset of the season, always',
  },
  {
    name: 'numbers-as-text',
    description: 'Ids, amounts, quantities and totals of lists are texts, always',
  },
  {
    name: 'child-priced',
    description: 'The rows of variants repeat the price and the total of the row above them, always',
  },
  {
    name: 'token-dies',
    description: 'Tokens of admin users, which the settings then ask for, die after twenty-five requests, always',
  },
  nonceReuse,
  { name: 'localized-messages', description: 'Refusals speak the language of the shop, always' },
] as const satisfies readonly Quirk[];

export type OwnQuirk = (typeof own)[number]['name'];

export const magentoProfiles = profilesOf(own);
