import type { Body } from '../bodies/body.js';
import { customerBody } from '../bodies/customer.js';
import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import { createCustomerWriting } from '../shop/customer-writing.js';
import type { Customer } from '../shop/customers.js';
import type { Shop } from '../shop/shop.js';
import { customerFields } from './customer-fields.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { ShopCollections } from './shop-collections.js';

const right = 'Magento_Customer::customer';
const manage = 'Magento_Customer::manage';

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
    // This shop asks nobody to confirm, so there is nothing to confirm or to send again.
    [
      'POST /V1/customers/confirm',
      manage,
      desk.write({ email: 'text', websiteId: 'int', 'redirectUrl?': 'text' }, ({ input }) => {
        throw new Refused(
          isRegistered(input.email, input.websiteId)
            ? refusal(400, "Confirmation isn't needed.")
            : noSuchEntity('email', input.email),
        );
      }),
    ],
    [
      'PUT /V1/customers/:email/activate',
      manage,
      desk.write({ confirmationKey: 'text' }, ({ params }) => {
        const known = shop.customers.some(({ contact }) => contact.email === params.email);
        throw new Refused(known ? refusal(400, 'The account is already active.') : noSuchEntity('email', params.email));
      }),
    ],
    [
      'GET /V1/customers/:customerId/permissions/readonly',
      manage,
      ({ params }) => {
        writing.byId(params.customerId);
        return false;
      },
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
  ];
}
