export {
  type Beside,
  type ProjectedResource,
  projectedResources,
  projections,
} from './projection/projections.js';
export { type Condition, longestQuery, type Operator, operators, parseQuery, QueryError } from './query/parse.js';
export { type CommercePath, commerceSchemas } from './schemas/commerce.js';
