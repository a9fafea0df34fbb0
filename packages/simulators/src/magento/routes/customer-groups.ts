import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import type { Shop } from '../shop/shop.js';
import { storeViews } from '../shop/stores.js';
import { crudEndpoints } from './crud.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { ShopCollections } from './shop-collections.js';

const right = 'Magento_Customer::group';
const guests = 0;

/** Customer groups, and the one that new customers get. */
export function customerGroupEndpoints(shop: Shop, desk: Desk, all: ShopCollections): Endpoint[] {
  const { customerGroups, taxClasses } = shop.tables;
  let usual = 1;
  const isFixed = (id: unknown) => Number(id) === guests || Number(id) === usual;
  return [
    ...crudEndpoints(desk, {
      path: '/V1/customerGroups',
      list: '/search',
      right,
      table: customerGroups,
      collection: all.customerGroups,
      parameter: 'group',
      fields: {
        id: 'int',
        code: 'text',
        tax_class_id: 'int',
        tax_class_name: 'text',
        extension_attributes: { exclude_website_ids: ['int'] },
      },
      required: ['code'],
      isPutByPath: true,
      complete: (told, known) => {
        const id = told.tax_class_id ?? 3;
        const taxClass = taxClasses.get(id);
        if (taxClass?.class_type !== 'CUSTOMER') throw new Refused(noSuchEntity('taxClassId', id));
        if (String(told.code).length > 32)
          throw new Refused(
            refusal(400, 'The %fieldName value is too long. It should be no more than 32 characters.', {
              fieldName: 'code',
            }),
          );
        const isTaken = customerGroups
          .rows()
          .some(
            group => group.id !== known?.id && String(group.code).toLowerCase() === String(told.code).toLowerCase(),
          );
        if (isTaken) throw new Refused(refusal(400, 'Customer Group already exists.'));
        return { ...told, tax_class_id: id, tax_class_name: taxClass.class_name };
      },
      release: group => {
        if (isFixed(group.id)) throw new Refused(refusal(400, 'Cannot delete group.'));
        for (const [index, customer] of shop.customers.entries())
          if (customer.groupId === group.id)
            shop.customers[index] = {
              ...customer,
              groupId: usual,
              written: customer.written && { ...customer.written, group_id: usual },
            };
      },
    }),
    [
      'GET /V1/customerGroups/default',
      right,
      (_, scope) => desk.one(all.customerGroups, String(usual), scope, () => noSuchEntity('id', usual)),
    ],
    [
      'GET /V1/customerGroups/default/:storeId',
      right,
      ({ params }, scope) =>
        storeViews.some(({ id }) => String(id) === params.storeId)
          ? desk.one(all.customerGroups, String(usual), scope, () => noSuchEntity('id', usual))
          : noSuchEntity('storeId', params.storeId),
    ],
    [
      'PUT /V1/customerGroups/default/:id',
      right,
      desk.write({}, ({ params }) => {
        if (!customerGroups.get(params.id)) throw new Refused(noSuchEntity('id', params.id));
        usual = Number(params.id);
        return usual;
      }),
    ],
    [
      'GET /V1/customerGroups/:id/permissions',
      right,
      ({ params }) => (customerGroups.get(params.id) ? isFixed(params.id) : noSuchEntity('id', params.id)),
    ],
  ];
}
