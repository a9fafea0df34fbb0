export { codatView, createDocumentKeeper, type DocumentKeeper, projectionVersion } from './documents/view.js';
export {
  type Beside,
  type ProjectedResource,
  projectedResources,
  projections,
} from './projection/projections.js';
export { type Condition, longestQuery, type Operator, operators, parseQuery, QueryError } from './query/parse.js';
export { resolveOrderBy, resolveQuery, type Sorting } from './query/resolve.js';
export { type CommercePath, commerceSchemas } from './schemas/commerce.js';
