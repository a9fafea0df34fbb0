import { type Call, json, type Route } from '../../../http.js';
import { isoZulu } from '../../dates.js';
import { passing } from '../../query.js';
import { listOfObjects, objectOf } from '../../records/body.js';
import { type Doc, isDoc } from '../../records/fields.js';
import { testsOf } from '../../records/filters.js';
import { invalid, notFound } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import type { CustomerEntry } from '../../shop/customer-book.js';
import { customerWith } from '../../shop/customer-writing.js';
import { v3List } from '../../v3.js';
import type { Api } from '../api.js';

const kinds = ['essential', 'functional', 'analytics', 'targeting'];
const valuesAtOnce = 10;

/** What an account has beside itself: consents, answers to the fields of its form, cards that it left here. */
export function customerExtraRoutes(base: string, { shop }: Api): Route[] {
  const { customers, clock } = shop;
  const path = `${base}/v3/customers`;
  const consents = new Map<number, Doc>();
  const entryIn = ({ params }: Call): CustomerEntry => {
    const entry = customers.entry(Number(params.customer));
    if (!entry) throw notFound('v3');
    return entry;
  };
  const nothing = { allow: ['essential'], deny: [], updated_at: null };

  const fieldsOf = (entry: CustomerEntry): Doc[] =>
    ((entry.written?.fields.form_fields ?? []) as Doc[]).map(field => ({ ...field, customer_id: entry.id }));

  const answer = (entry: CustomerEntry, name: string, value: unknown) => {
    const known = entry.written ?? { customer: customers.customer(entry), fields: {}, password: null };
    const others = ((known.fields.form_fields ?? []) as Doc[]).filter(field => field.name !== name);
    const form_fields = [...others, { name, value }];
    customers.write(entry, customerWith(known, { form_fields }), toSecond(clock.now()));
  };

  return [
    [`GET ${path}/:customer/consent`, call => json(consents.get(entryIn(call).id) ?? nothing)],
    [
      `PUT ${path}/:customer/consent`,
      async call => {
        const { id } = entryIn(call);
        const { allow = [], deny = [] } = await objectOf('v3', call.request);
        const words = [allow, deny].flat();
        if (!words.every(word => kinds.includes(String(word))))
          throw invalid('v3', { allow: 'error.expected.validenumvalue' });
        const consent = { allow, deny, updated_at: isoZulu(toSecond(clock.now())) };
        consents.set(id, consent);
        return json(consent);
      },
    ],
    // A bare list, unlike everything else of this version; nobody has left a card here.
    [
      `GET ${path}/:customer/stored-instruments`,
      call => {
        entryIn(call);
        return json([]);
      },
    ],
    [
      `GET ${path}/form-field-values`,
      ({ query }) => {
        const rows = customers.entries.filter(({ written }) => written).flatMap(fieldsOf);
        const wanted = query.get('field_name');
        const tests = testsOf({ customer_id: 'number' }, query);
        return v3List(
          passing(rows, tests).filter(row => wanted === null || row.name === wanted),
          query,
          row => row,
        );
      },
    ],
    [
      `PUT ${path}/form-field-values`,
      async ({ request }) => {
        const bodies = (await listOfObjects('v3', request, valuesAtOnce)).filter(isDoc);
        const entries = bodies.map(({ customer_id: id, name, value }, index) => {
          const entry = customers.entry(Number(id));
          if (!entry || !name || value === undefined)
            throw invalid('v3', { [`${index}.customer_id`]: 'A customer, a name and a value are required.' });
          return entry;
        });
        for (const [index, entry] of entries.entries())
          answer(entry, String(bodies[index]?.name), bodies[index]?.value);
        return json({ data: bodies, meta: {} });
      },
    ],
  ];
}
