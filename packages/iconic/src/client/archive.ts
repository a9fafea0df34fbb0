import { archiveFilters } from '../input/orders.js';
import { archivedOrderSchema } from '../records/order.js';
import type { Api } from './api.js';

/** Orders that the platform has put away: dumps of its tables, not orders as the other lists have them. */
export const createArchive = (api: Api) =>
  api.of('archivedOrders', archivedOrderSchema).paged('/v2/archive/orders', archiveFilters);
