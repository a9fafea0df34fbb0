export {
  type BindableStream,
  type ConnectorDefinition,
  defineConnector,
  type SessionClient,
  stream,
} from './connector/define.js';
export { isLoose, itemsOf } from './connector/payload.js';
export type { BodyPage, Identity, StreamDefinition } from './connector/stream.js';
export { FieldError } from './mapping/field-error.js';
export { isoInstant, latest, localInstant, mailInstant, toInstant, unixInstant } from './mapping/instants.js';
export { type Mapper, mapper, type Row, type Rows } from './mapping/mapper.js';
export { absent, absentList, always, derived, each, nest } from './mapping/rows.js';
export {
  amount,
  amountOrZero,
  countryCode,
  currency,
  flag,
  id,
  isAbsent,
  optionalAmount,
  optionalId,
  text,
  unmasked,
  words,
} from './mapping/values.js';
