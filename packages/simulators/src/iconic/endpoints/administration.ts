import type { Route } from '../../http.js';
import { bare } from '../problems.js';

const paths = [
  'POST /v2/users/import/seller_access',
  'POST /v2/user/:id/api-key',
  'GET /v2/user/roles',
  'POST /v2/user/roles',
  'DELETE /v2/user/roles/:id',
  'PATCH /v2/user/roles/:id',
  'GET /v2/user/roles/:id/resources',
  'DELETE /v2/user/roles/:id/resources/:resource',
  'POST /v2/user/roles/:id/resources/:resource',
  'GET /v2/finance/variables',
  'POST /v2/orders/statuses/admin-change-status',
  // What a seller is measured by, the marketplace alone decides.
  'PUT /v2/seller-rating/custom-kpi',
];

/** For administrators of the marketplace: a seller is forbidden them. */
export const administrationRoutes: readonly Route[] = paths.map(path => [path, () => bare(403)]);
