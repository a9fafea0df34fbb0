import { json, type Route } from '../../http.js';
import { toMoney } from '../../money.js';
import { legacyTransactionBody } from '../bodies/transaction.js';
import { bare, Refusal, type Violation, validationFailed } from '../problems.js';
import { seller } from '../seller.js';
import { vatWithin } from '../shop/ledger.js';
import { currencyIn, enabledCountries } from '../shop/statements.js';
import { allTransactionTypes } from '../shop/transaction-types.js';
import { createSignatureCheck } from '../signing.js';
import type { World } from '../world.js';

interface Booking {
  readonly transactionTypeId: number;
  readonly value: number;
  readonly currency: string;
  readonly description: string;
  readonly referenceId: number | null;
  readonly vatTax: number | null;
}

function parse(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null) return { ...body };
  } catch {
    // Refused below, like any other text that is no object.
  }
  throw new Refusal(validationFailed([{ propertyPath: '', title: 'The body is not valid JSON.', value: null }], 400));
}

const required = ['sellerId', 'accountStatementGroupId', 'transactionTypeId', 'value', 'currency'] as const;

function readBooking(text: string): Booking {
  const body = parse(text);
  const number = (name: string) => (typeof body[name] === 'number' ? body[name] : null);
  const violations: Violation[] = required
    .filter(name => (name === 'currency' ? typeof body[name] !== 'string' : number(name) === null))
    .map(name => ({ propertyPath: name, title: 'This value should not be blank.', value: null }));
  if (violations.length > 0) throw new Refusal(validationFailed(violations, 400));
  if (number('sellerId') !== seller.id) throw new Refusal(bare(403));
  return {
    transactionTypeId: number('transactionTypeId') ?? 0,
    value: number('value') ?? 0,
    currency: String(body.currency),
    description: typeof body.description === 'string' ? body.description : '',
    referenceId: number('referenceId'),
    vatTax: number('vatTax'),
  };
}

const refuse = (propertyPath: string, title: string): never => {
  throw new Refusal(validationFailed([{ propertyPath, title, value: null }], 422));
};

/** Books a row into the open statement. The one request that must be signed; a wrong signature is answered 403. */
export function bookingRoutes(world: World, clientSecret: string): Route[] {
  const signed = createSignatureCheck(clientSecret);
  return [
    [
      'POST /v2/finance/transaction',
      async ({ request }) => {
        const text = await request.text();
        if (!signed(request, text)) throw new Refusal(bare(403));
        const booking = readBooking(text);
        const type =
          allTransactionTypes.find(({ id }) => id === booking.transactionTypeId) ??
          refuse('transactionTypeId', 'Unknown transaction type.');
        const country =
          enabledCountries.find(candidate => currencyIn[candidate] === booking.currency) ??
          refuse('currency', 'The currency is not enabled.');
        const date = world.act();
        const amount = toMoney(booking.value);
        world.shop.manualTransactions.push({
          date,
          type,
          amount,
          vat: booking.vatTax === null ? vatWithin(amount, country) : toMoney(booking.vatTax),
          country,
          comment: booking.description,
          reference: booking.referenceId,
        });
        const row = world.results.ledger().at(-1);
        return row ? json(legacyTransactionBody(world, row), 201) : bare(404);
      },
    ],
  ];
}
