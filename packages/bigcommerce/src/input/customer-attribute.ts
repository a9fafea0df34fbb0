import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { formFieldInput } from './customer.js';
import { cursorFilter, filter, id, ids, instant, name, oneOf, upTo, word } from './kinds.js';

const dates = {
  date_created: instant,
  'date_created:min': instant,
  'date_created:max': instant,
  date_modified: instant,
  'date_modified:min': instant,
  'date_modified:max': instant,
};

const type = oneOf('string', 'number', 'date');

export const attributeFilter = filter({ name: word, 'name:like': word, type, ...dates });
export const attributeInput = input({ name: name(255), type }, { readOnly: ['id', 'date_created', 'date_modified'] });
/** Its type stays what it is. */
export const attributeChanges = input({ name: name(255) }, { readOnly: ['type'] });

export const attributeValueFilter = filter({ 'customer_id:in': ids, 'attribute_id:in': ids, name: word, ...dates });
/** A value replaces the one that the customer had for the attribute. */
export const attributeValueRow = input({ attribute_id: id, customer_id: id, value: upTo(255), id: id.optional() });

export const formFieldFilter = cursorFilter({
  customer_id: id,
  address_id: id,
  field_name: word,
  field_type: oneOf('checkboxes', 'date', 'multiline', 'numbers', 'password', 'radiobuttons', 'text', 'picklist'),
});
export const formFieldRow = z.union([
  input({ ...formFieldInput.shape, customer_id: id }),
  input({ ...formFieldInput.shape, address_id: id }),
]);
