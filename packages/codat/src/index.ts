export { type DataType, dataTypes, streamsOf } from './data-types.js';
export { keepDocuments } from './documents/keep.js';
export { sourceOf } from './documents/make.js';
export { codatView, createDocumentKeeper, type DocumentKeeper, projectionVersion } from './documents/view.js';
export { platformKeyOf } from './platform-key.js';
export {
  type Beside,
  type ProjectedResource,
  projectedResources,
  projections,
} from './projection/projections.js';
export { type Condition, longestQuery, type Operator, operators, parseQuery, QueryError } from './query/parse.js';
export { resolveOrderBy, resolveQuery, type Shape, type Sorting } from './query/resolve.js';
export { type CommercePath, commerceSchemas } from './schemas/commerce.js';
export {
  companySchema,
  connectionSchema,
  integrationSchema,
  pullOperationSchema,
} from './schemas/platform.js';
export { webhookSchemas } from './schemas/webhooks.js';
export {
  type Supplement,
  type SupplementalData,
  supplementalDataSchema,
  supplementOf,
} from './supplement/supplement.js';
