import { empty, json, type Route } from '../../../http.js';
import { isoZulu, parseDate } from '../../dates.js';
import { listOf, passing } from '../../query.js';
import { eachOf } from '../../records/batch.js';
import { listOfObjects } from '../../records/body.js';
import { type Doc, isDoc } from '../../records/fields.js';
import { testsOf } from '../../records/filters.js';
import { createWriter, type Resource } from '../../records/resource.js';
import { v3Resource } from '../../records/v3-resource.js';
import { invalid, notFound } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import type { CustomerEntry } from '../../shop/customer-book.js';
import { v3List } from '../../v3.js';
import { attributesOf, customerRows } from '../../views/customer.js';
import type { Api } from '../api.js';
import { attributeFields, attributeValueFields } from './customer-fields.js';
import { type CustomerWriter, checkAll } from './customer-writer.js';

const writtenAtOnce = 10;
const dates = { date_created: 'date', date_modified: 'date' } as const;

const fits: Readonly<Record<string, (value: string) => boolean>> = {
  string: () => true,
  number: value => !Number.isNaN(Number(value)),
  date: value => parseDate(value) !== undefined,
};

export function customerAttributeRoutes(base: string, api: Api, writer: CustomerWriter): Route[] {
  const { shop, records } = api;
  const { customers, clock } = shop;
  const { customerAttributes } = records;
  const path = `${base}/v3/customers`;
  const now = () => isoZulu(toSecond(clock.now()));

  const definition: Resource = {
    path: `${path}/attributes`,
    collection: 'customerAttributes',
    fields: attributeFields,
    rows: () => customerAttributes,
    unique: ['name'],
    most: 50,
    derive: (values, before) => {
      if (before && values.type !== undefined && values.type !== before.type)
        throw invalid('v3', { type: 'The type of an attribute cannot be changed.' });
      return { ...(before ? {} : { date_created: now() }), ...values, date_modified: now() };
    },
  };
  const definitions = createWriter('v3', definition);

  const withValues = (): CustomerEntry[] =>
    customers.entries.filter(entry => attributesOf(customers.customer(entry), entry).length > 0);
  const allValues = (): Doc[] => withValues().flatMap(entry => [...attributesOf(customers.customer(entry), entry)]);

  /** The first row that is wrong refuses the batch; those before it are kept. */
  const many = async (request: Request, most: number, write: (body: Doc) => Doc): Promise<Response> => {
    const { done, refused } = eachOf(await listOfObjects('v3', request, most), write);
    const [first] = refused;
    if (!first) return json({ data: done, meta: {} });
    const errors = isDoc(first.refusal.body) && isDoc(first.refusal.body.errors) ? first.refusal.body.errors : {};
    throw invalid(
      'v3',
      Object.fromEntries(Object.entries(errors).map(([name, fault]) => [`${first.index}.${name}`, String(fault)])),
    );
  };

  return [
    ...v3Resource(
      { ...definition, filters: { id: 'number', name: 'text', type: 'text', ...dates }, only: ['list'] },
      api,
    ).routes,
    [
      `POST ${path}/attributes`,
      ({ request, ...call }) => many(request, 50, body => definitions.create({ request, ...call }, body)),
    ],
    [
      `PUT ${path}/attributes`,
      ({ request, ...call }) =>
        many(request, 50, ({ id, ...body }) => {
          const row = customerAttributes.find(id);
          if (!row) throw invalid('v3', { id: `The attribute ${id} does not exist.` });
          return definitions.update({ request, ...call }, row, body);
        }),
    ],
    [
      `DELETE ${path}/attributes`,
      ({ query }) => {
        const ids = listOf(query, 'id:in') ?? [];
        for (const entry of withValues()) {
          const rows = customerRows(shop, entry, 'attributes');
          for (const row of rows.all.filter(({ attribute_id }) => ids.includes(String(attribute_id)))) rows.remove(row);
        }
        for (const id of ids) {
          const row = customerAttributes.find(id);
          if (row) customerAttributes.remove(row);
        }
        return empty();
      },
    ],
    [
      `GET ${path}/attribute-values`,
      ({ query }) => {
        const nameOf = (row: Doc) => String(customerAttributes.find(row.attribute_id)?.name);
        const wanted = query.get('name');
        const rows = passing(
          allValues(),
          testsOf({ id: 'number', customer_id: 'number', attribute_id: 'number', ...dates }, query),
        );
        return v3List(wanted === null ? rows : rows.filter(row => nameOf(row) === wanted), query, row => row);
      },
    ],
    [
      `PUT ${path}/attribute-values`,
      async ({ request }) => {
        // Which value is meant is told by customer and attribute; an id says nothing more.
        const bodies = (await listOfObjects('v3', request, writtenAtOnce)).map(({ id, ...body }) => body);
        const rows = checkAll(attributeValueFields, bodies, true);
        const targets = rows.map(({ customer_id, attribute_id, value }, index) => {
          const entry = customers.entry(Number(customer_id));
          const attribute = customerAttributes.find(attribute_id);
          if (!entry || !attribute)
            throw invalid('v3', { [`${index}.attribute_id`]: 'Customer or attribute not found.' });
          if (!fits[String(attribute.type)]?.(String(value)))
            throw invalid('v3', { [`${index}.value`]: `The value is no ${attribute.type}.` });
          return entry;
        });
        const data = rows.map(({ attribute_id, value }, index) =>
          writer.putAttribute(targets[index] as CustomerEntry, Number(attribute_id), String(value)),
        );
        return json({ data, meta: {} });
      },
    ],
    [
      `DELETE ${path}/attribute-values`,
      ({ query }) => {
        const ids = listOf(query, 'id:in') ?? [];
        if (ids.length === 0) throw notFound('v3');
        for (const entry of withValues()) {
          const rows = customerRows(shop, entry, 'attributes');
          for (const row of rows.all.filter(({ id }) => ids.includes(String(id)))) rows.remove(row);
        }
        return empty();
      },
    ],
  ];
}
