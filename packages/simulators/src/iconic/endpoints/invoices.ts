import { json, type Route } from '../../http.js';
import { readBody } from '../body.js';
import { found, problem } from '../problems.js';
import { togetherWith } from '../shop/dispatch.js';
import { itemById, orderById, statusOf } from '../shop/order.js';
import type { World } from '../world.js';
import { refuseUnits, unitsNamed } from './named-units.js';
import { amend } from './packing.js';

const generationTypes = ['autoincrement_number', 'order_number', 'show_dialog'] as const;

/** How the numbers of one kind of paper are made. */
interface Numbering {
  generationType: (typeof generationTypes)[number];
  prefix: string;
  nextNumber: number;
}

const numberingBody = (numbering: Numbering) => ({
  ...numbering,
  nextFormatedValue: `${numbering.prefix}${numbering.nextNumber}`,
});

/** What is left out stays as it is, unless the platform insists on it. */
async function change(numbering: Numbering, request: Request, needed: readonly string[]): Promise<Response> {
  const body = await readBody(request, 400);
  const generationType = body.choice('generationType', generationTypes);
  const prefix = body.text('prefix');
  const nextNumber = body.integer('nextNumber');
  const sent: Readonly<Record<string, unknown>> = { generationType, prefix, nextNumber };
  for (const name of needed) body.required(name, sent[name], null);
  body.check();
  numbering.generationType = generationType ?? numbering.generationType;
  numbering.prefix = prefix ?? numbering.prefix;
  numbering.nextNumber = nextNumber ?? numbering.nextNumber;
  return json(numberingBody(numbering), 201);
}

export function invoiceRoutes(world: World): Route[] {
  const { shop } = world;
  const invoices: Numbering = { generationType: 'order_number', prefix: 'INV-', nextNumber: 1001 };
  const creditNotes: Numbering = { generationType: 'autoincrement_number', prefix: 'CN-', nextNumber: 1 };
  const accessKeys = new Set<string>();
  return [
    [
      'POST /v2/orders/set-invoice-number',
      async ({ request }) => {
        const body = await readBody(request, 400);
        const orderItemId = body.required('orderItemId', body.integer('orderItemId'), 0);
        const invoiceNumber = body.required('invoiceNumber', body.text('invoiceNumber'), '');
        body.check();
        const unit = itemById(shop.orders, orderItemId);
        if (!unit) return problem(400, 'Invoice number not set', `E023: Invalid Order Item IDs: ${orderItemId}`);
        const at = world.act();
        const together = togetherWith(unit);
        amend(together, { invoiceNumber });
        for (const item of together) item.updatedAt = at;
        return json({ orderItemId, invoiceNumber });
      },
    ],
    [
      'POST /v2/orders/set-invoice-access-key',
      async ({ request }) => {
        const body = await readBody(request, 400);
        const rows = body.required('orderItems', body.rows('orderItems'), []).map(row => ({
          id: row.required('orderItemId', row.integer('orderItemId'), 0),
          invoiceAccessKey: row.required('accessKey', row.text('accessKey'), ''),
        }));
        body.check();
        const units = unitsNamed(
          world,
          rows.map(({ id }) => id),
        );
        if (units.some(({ item }) => statusOf(item) === 'pending')) {
          refuseUnits('E028', 'Order items must not be pending');
        }
        const used = rows.find(({ invoiceAccessKey }) => accessKeys.has(invoiceAccessKey));
        if (used) refuseUnits('1000', `The access key ${used.invoiceAccessKey} is already used`);
        const at = world.act();
        for (const unit of units) {
          const { invoiceAccessKey } = found(rows.find(({ id }) => id === unit.item.id));
          accessKeys.add(invoiceAccessKey);
          amend(togetherWith(unit), { invoiceAccessKey });
          unit.item.updatedAt = at;
        }
        return json({ orderItemIds: units.map(({ item }) => item.id) });
      },
    ],
    [
      // The number is only given out: `set-invoice-number` puts it on the units.
      'POST /v2/orders/:id/generate-invoice-number',
      ({ params }) => {
        const order = found(orderById(shop.orders, Number(params.id)));
        const byOrder = invoices.generationType === 'order_number';
        const number = `${invoices.prefix}${byOrder ? order.number : invoices.nextNumber}`;
        if (!byOrder) invoices.nextNumber += 1;
        return json({ number }, 201);
      },
    ],
    // 201 is the documented answer to the reading as well.
    ['GET /v2/orders/invoice-number-settings', () => json(numberingBody(invoices), 201)],
    ['POST /v2/orders/invoice-number-settings/update', ({ request }) => change(invoices, request, ['generationType'])],
    ['GET /v2/sellers/credit-note-settings', () => json(numberingBody(creditNotes))],
    [
      'POST /v2/sellers/credit-note-settings/update',
      ({ request }) => change(creditNotes, request, ['prefix', 'nextNumber']),
    ],
  ];
}
