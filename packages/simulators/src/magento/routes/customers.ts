import type { Body } from '../bodies/body.js';
import { customerBody } from '../bodies/customer.js';
import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import { createCustomerWriting } from '../shop/customer-writing.js';
import type { Customer } from '../shop/customers.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';
import { customAttributeFields } from './product-fields.js';
import type { ShopCollections } from './shop-collections.js';

const right = 'Magento_Customer::customer';
const manage = 'Magento_Customer::manage';

const addressFields = {
  id: 'int',
  customer_id: 'int',
  region: { region_code: 'text', region: 'text', region_id: 'int', extension_attributes: {} },
  region_id: 'int',
  country_id: 'text',
  street: ['text'],
  company: 'text',
  telephone: 'text',
  fax: 'text',
  postcode: 'text',
  city: 'text',
  firstname: 'text',
  lastname: 'text',
  middlename: 'text',
  prefix: 'text',
  suffix: 'text',
  vat_id: 'text',
  default_shipping: 'flag',
  default_billing: 'flag',
  extension_attributes: {},
  custom_attributes: customAttributeFields,
} as const;

const customerFields = {
  id: 'int',
  group_id: 'int',
  default_billing: 'text',
  default_shipping: 'text',
  confirmation: 'text',
  created_at: 'text',
  updated_at: 'text',
  created_in: 'text',
  dob: 'text',
  email: 'text',
  firstname: 'text',
  lastname: 'text',
  middlename: 'text',
  prefix: 'text',
  suffix: 'text',
  gender: 'int',
  store_id: 'int',
  taxvat: 'text',
  website_id: 'int',
  addresses: [addressFields],
  disable_auto_group_change: 'int',
  extension_attributes: { is_subscribed: 'flag', assistance_allowed: 'int', company_attributes: 'any' },
  custom_attributes: customAttributeFields,
} as const;

const parameters = {
  customer: customerFields,
  'password?': 'text',
  'passwordHash?': 'text',
  'redirectUrl?': 'text',
} as const;

const addressesOf = (customer: Customer): Body[] => customerBody(customer).addresses as Body[];

export function customerEndpoints(shop: Shop, desk: Desk, all: ShopCollections): Endpoint[] {
  const writing = createCustomerWriting(shop);
  const usual =
    (flag: 'default_billing' | 'default_shipping'): Endpoint[2] =>
    ({ params }) =>
      addressesOf(writing.byId(params.customerId)).find(address => address[flag]) ?? null;
  const isRegistered = (email: string, websiteId: number): boolean =>
    shop.customers.some(
      ({ contact, websiteId: own }) => own === websiteId && contact.email.toLowerCase() === email.toLowerCase(),
    );
  const noAddress = (id: unknown) => noSuchEntity('addressId', id);

  return [
    ['GET /V1/customers/search', right, desk.list(all.customers)],
    [
      'GET /V1/customers/:customerId',
      right,
      ({ params }, scope) =>
        desk.one(all.customers, params.customerId ?? '', scope, () => noSuchEntity('customerId', params.customerId)),
    ],
    [
      // Anyone may register.
      'POST /V1/customers',
      null,
      desk.write(parameters, ({ input, at, scope }) => {
        if (input.password && input.password.length < 8)
          throw new Refused(
            refusal(400, 'The password needs at least %1 characters. Create a new password and try again.', [8]),
          );
        return desk.serve(all.customers, writing.create(input.customer as Body, scope?.id ?? 1, at), scope);
      }),
    ],
    [
      'PUT /V1/customers/:customerId',
      right,
      desk.write(parameters, ({ input, params, at, scope }) => {
        const customer = writing.byId(params.customerId);
        return desk.serve(all.customers, writing.update(customer, input.customer as Body, at), scope);
      }),
    ],
    [
      'DELETE /V1/customers/:customerId',
      right,
      desk.write({}, ({ params }) => {
        writing.remove(writing.byId(params.customerId));
        return true;
      }),
    ],
    [
      'POST /V1/customers/isEmailAvailable',
      null,
      desk.write({ customerEmail: 'text', 'websiteId?': 'int' }, ({ input, scope }) => {
        const websiteId = input.websiteId ?? scope?.websiteId ?? 1;
        return !isRegistered(input.customerEmail, websiteId);
      }),
    ],
    [
      'PUT /V1/customers/password',
      null,
      desk.write({ email: 'text', template: 'text', 'websiteId?': 'int' }, ({ input, scope }) => {
        const websiteId = input.websiteId ?? scope?.websiteId ?? 1;
        if (input.template !== 'email_reminder' && input.template !== 'email_reset')
          throw new Refused(
            refusal(400, 'Invalid value of "%value" provided for the %fieldName field.', {
              fieldName: 'template',
              value: input.template,
            }),
          );
        if (!isRegistered(input.email, websiteId)) throw new Refused(noSuchEntity('email', input.email));
        return true;
      }),
    ],
    ['GET /V1/customers/:customerId/billingAddress', manage, usual('default_billing')],
    ['GET /V1/customers/:customerId/shippingAddress', manage, usual('default_shipping')],
    [
      'GET /V1/customers/:customerId/confirm',
      manage,
      ({ params }) => {
        writing.byId(params.customerId);
        return 'account_confirmation_not_required';
      },
    ],
    [
      'GET /V1/customers/addresses/:addressId',
      right,
      ({ params }) => {
        const customer = writing.byAddress(params.addressId);
        return customer
          ? addressesOf(customer).find(({ id }) => String(id) === params.addressId)
          : noAddress(params.addressId);
      },
    ],
    [
      'DELETE /V1/addresses/:addressId',
      right,
      desk.write({}, ({ params }) => {
        const customer = writing.byAddress(params.addressId);
        if (!customer) throw new Refused(noAddress(params.addressId));
        writing.keepAddresses(
          customer,
          addressesOf(customer).filter(({ id }) => String(id) !== params.addressId),
        );
        return true;
      }),
    ],
    ...(['customer', 'customerAddress'] as const).flatMap((kind): Endpoint[] => [
      [`GET /V1/attributeMetadata/${kind}`, null, () => metadata[kind].map(metadataBody)],
      [
        `GET /V1/attributeMetadata/${kind}/attribute/:attributeCode`,
        null,
        ({ params }) => {
          const row = metadata[kind].find(([code]) => code === params.attributeCode);
          return row ? metadataBody(row) : noSuchEntity('attributeCode', params.attributeCode);
        },
      ],
    ]),
  ];
}

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
