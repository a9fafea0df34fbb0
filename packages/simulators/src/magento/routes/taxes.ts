import type { Body } from '../bodies/body.js';
import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import type { Shop } from '../shop/shop.js';
import type { Table } from '../shop/table.js';
import { crudEndpoints } from './crud.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { ShopCollections } from './shop-collections.js';

const right = 'Magento_Tax::manage_tax';

/** Rates, the rules that combine them, and the classes that rules are made for. Past orders keep the taxes of their day. */
export function taxEndpoints(shop: Shop, desk: Desk, all: ShopCollections): Endpoint[] {
  const { taxRates, taxRules, taxClasses, customerGroups } = shop.tables;
  const demandUnused = (row: Body, fields: readonly string[]): void => {
    const isUsed = taxRules
      .rows()
      .some(rule => fields.some(field => (rule[field] as unknown[]).includes(row.id ?? row.class_id)));
    if (isUsed) throw new Refused(refusal(400, 'The tax rate cannot be removed. It exists in a tax rule.'));
  };
  const demandFree = (table: Table, field: string, told: Body, message: string): void => {
    const isTaken = table.rows().some(row => row[table.key] !== told[table.key] && row[field] === told[field]);
    if (isTaken) throw new Refused(refusal(400, message));
  };
  const demandKnown = (table: Table, ids: unknown, field: string, type?: string): void => {
    for (const id of (ids ?? []) as readonly number[]) {
      const row = table.get(id);
      if (!row || (type && row.class_type !== type)) throw new Refused(noSuchEntity(field, id));
    }
  };

  return [
    ...crudEndpoints(desk, {
      path: '/V1/taxRates',
      list: '/search',
      right,
      table: taxRates,
      collection: all.taxRates,
      parameter: 'taxRate',
      fields: {
        id: 'int',
        tax_country_id: 'text',
        tax_region_id: 'int',
        region_name: 'text',
        tax_postcode: 'text',
        zip_is_range: 'int',
        zip_from: 'int',
        zip_to: 'int',
        rate: 'number',
        code: 'text',
        titles: [{ store_id: 'text', value: 'text', extension_attributes: {} }],
        extension_attributes: {},
      },
      required: ['tax_country_id', 'rate', 'code'],
      isPutByPath: false,
      complete(told) {
        if (Number(told.rate) < 0)
          throw new Refused(
            refusal(400, 'Invalid value of "%value" provided for the %fieldName field.', {
              fieldName: 'percentage_rate',
              value: told.rate,
            }),
          );
        demandFree(taxRates, 'code', told, 'Code already exists.');
        const { zip_is_range, zip_from, zip_to } = told;
        const postcode = zip_is_range ? `${zip_from}-${zip_to}` : (told.tax_postcode ?? '*');
        return { tax_region_id: 0, titles: [], ...told, tax_postcode: postcode };
      },
      release: rate => demandUnused(rate, ['tax_rate_ids']),
    }),
    ...crudEndpoints(desk, {
      path: '/V1/taxRules',
      list: '/search',
      right,
      table: taxRules,
      collection: all.taxRules,
      parameter: 'rule',
      fields: {
        id: 'int',
        code: 'text',
        priority: 'int',
        position: 'int',
        customer_tax_class_ids: ['int'],
        product_tax_class_ids: ['int'],
        tax_rate_ids: ['int'],
        calculate_subtotal: 'flag',
        extension_attributes: {},
      },
      required: ['code', 'priority', 'position', 'customer_tax_class_ids', 'product_tax_class_ids', 'tax_rate_ids'],
      isPutByPath: false,
      complete(told) {
        demandFree(taxRules, 'code', told, 'Code already exists.');
        demandKnown(taxRates, told.tax_rate_ids, 'tax_rate_ids');
        demandKnown(taxClasses, told.customer_tax_class_ids, 'customer_tax_class_ids', 'CUSTOMER');
        demandKnown(taxClasses, told.product_tax_class_ids, 'product_tax_class_ids', 'PRODUCT');
        return { calculate_subtotal: false, ...told };
      },
    }),
    ...crudEndpoints(desk, {
      path: '/V1/taxClasses',
      list: '/search',
      right,
      table: taxClasses,
      collection: all.taxClasses,
      parameter: 'taxClass',
      fields: { class_id: 'int', class_name: 'text', class_type: 'text', extension_attributes: {} },
      required: ['class_name', 'class_type'],
      isPutByPath: true,
      complete(told, known) {
        if (told.class_type !== 'CUSTOMER' && told.class_type !== 'PRODUCT')
          throw new Refused(
            refusal(400, 'Invalid value of "%value" provided for the %fieldName field.', {
              fieldName: 'class_type',
              value: told.class_type,
            }),
          );
        if (known && known.class_type !== told.class_type)
          throw new Refused(refusal(400, 'Updating classType is not allowed.'));
        const isTaken = taxClasses
          .rows()
          .some(
            row =>
              row.class_id !== told.class_id &&
              row.class_type === told.class_type &&
              row.class_name === told.class_name,
          );
        if (isTaken)
          throw new Refused(
            refusal(400, 'A class with the same name already exists for ClassType %1.', [told.class_type]),
          );
        return told;
      },
      release(row) {
        const isUsed = customerGroups.rows().some(group => group.tax_class_id === row.class_id);
        if (isUsed)
          throw new Refused(
            refusal(400, 'You cannot delete this tax class because it is used in existing customer group(s).'),
          );
        demandUnused(row, ['customer_tax_class_ids', 'product_tax_class_ids']);
      },
      // Both answers are the number alone, as text.
      answer: row => String(row.class_id),
    }),
  ];
}
