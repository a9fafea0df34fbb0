import { type BatchResult, checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import {
  attributeChanges,
  attributeFilter,
  attributeInput,
  attributeValueFilter,
  attributeValueRow,
  formFieldFilter,
  formFieldRow,
} from '../input/customer-attribute.js';
import {
  type AttributeValue,
  attributeValueSchema,
  customerAttributeSchema,
  type FormFieldValue,
  formFieldValueSchema,
} from '../records/customer.js';
import type { Api } from './api.js';
import { createsMany, deletesMany, sendRows, updatesMany } from './resource/batches.js';
import { lists } from './resource/reading.js';
import { source } from './resource/source.js';

const batch = 10;

/** Fields of one's own beside a customer's, and those of the store's account forms. */
export function createCustomerAttributes(api: Api) {
  const attributes = source(api, 'customers.attributes', () => '/v3/customers/attributes', customerAttributeSchema);
  const valuesPath = '/v3/customers/attribute-values';
  const values = source(api, 'customers.attributeValues', () => valuesPath, attributeValueSchema);
  const formFieldsPath = '/v3/customers/form-field-values';
  const formFields = source(api, 'customers.formFieldValues', () => formFieldsPath, formFieldValueSchema);
  const valueRows = z.array(attributeValueRow);
  const formFieldRows = z.array(formFieldRow);
  return {
    attributes: {
      ...lists(attributes, attributeFilter),
      ...createsMany(attributes, attributeInput, batch),
      ...updatesMany(attributes, attributeChanges, batch),
      ...deletesMany(attributes),
    },
    attributeValues: {
      ...lists(values, attributeValueFilter),
      /** Sets the value of an attribute for a customer, whether there was one or not. */
      setMany: async (
        rows: readonly z.input<typeof attributeValueRow>[],
        call?: RequestOptions,
      ): Promise<BatchResult<AttributeValue>> =>
        sendRows(values, 'PUT', valuesPath, checkInput('customers.attributeValues.setMany', valueRows, rows), {
          size: batch,
          key: null,
          call,
        }),
      ...deletesMany(values),
    },
    formFieldValues: {
      ...lists(formFields, formFieldFilter),
      /** Sets what a form holds for a customer or for an address. */
      setMany: async (
        rows: readonly z.input<typeof formFieldRow>[],
        call?: RequestOptions,
      ): Promise<BatchResult<FormFieldValue>> =>
        sendRows(
          formFields,
          'PUT',
          formFieldsPath,
          checkInput('customers.formFieldValues.setMany', formFieldRows, rows),
          {
            size: batch,
            key: null,
            call,
          },
        ),
    },
  };
}
