import type { Body } from '../bodies/body.js';
import { noSuchEntity } from '../protocol/errors.js';
import type { Endpoint } from './endpoint.js';

/** What customers and their addresses consist of. */
export const customerMetadataEndpoints = (): Endpoint[] =>
  (['customer', 'customerAddress'] as const).flatMap((kind): Endpoint[] => [
    [`GET /V1/attributeMetadata/${kind}`, null, () => metadata[kind].map(metadataBody)],
    [
      `GET /V1/attributeMetadata/${kind}/attribute/:attributeCode`,
      null,
      ({ params }) => {
        const row = metadata[kind].find(([code]) => code === params.attributeCode);
        return row ? metadataBody(row) : noSuchEntity('attributeCode', params.attributeCode);
      },
    ],
  ]);

type Metadata = readonly [code: string, label: string, input: string, isRequired: boolean];

const metadata: Readonly<Record<'customer' | 'customerAddress', readonly Metadata[]>> = {
  customer: [
    ['website_id', 'Associate to Website', 'select', true],
    ['group_id', 'Group', 'select', true],
    ['prefix', 'Name Prefix', 'text', false],
    ['firstname', 'First Name', 'text', true],
    ['middlename', 'Middle Name/Initial', 'text', false],
    ['lastname', 'Last Name', 'text', true],
    ['suffix', 'Name Suffix', 'text', false],
    ['email', 'Email', 'text', true],
    ['dob', 'Date of Birth', 'date', false],
    ['taxvat', 'Tax/VAT Number', 'text', false],
    ['gender', 'Gender', 'select', false],
  ],
  customerAddress: [
    ['firstname', 'First Name', 'text', true],
    ['lastname', 'Last Name', 'text', true],
    ['company', 'Company', 'text', false],
    ['street', 'Street Address', 'multiline', true],
    ['city', 'City', 'text', true],
    ['country_id', 'Country', 'select', true],
    ['region', 'State/Province', 'text', false],
    ['postcode', 'Zip/Postal Code', 'text', false],
    ['telephone', 'Phone Number', 'text', true],
    ['vat_id', 'VAT Number', 'text', false],
  ],
};

const metadataBody = ([attribute_code, label, frontend_input, required]: Metadata, index = 0): Body => ({
  frontend_input,
  input_filter: '',
  store_label: label,
  validation_rules: [],
  multiline_count: frontend_input === 'multiline' ? 2 : 0,
  visible: true,
  required,
  data_model: '',
  options: [],
  frontend_class: required ? ' required-entry' : '',
  user_defined: false,
  sort_order: index * 10,
  frontend_label: label,
  note: '',
  system: true,
  backend_type: 'varchar',
  attribute_code,
});
