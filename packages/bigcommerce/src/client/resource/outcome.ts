import { type BatchOutcome, isLoose } from '@cartograph/connector-kit';
import { type CommerceError, isCommerceError, RequestError, ResponseError, tellBody } from '@cartograph/core';

type Row = Readonly<Record<string, unknown>>;

/** What a body says of rows that were refused: by their place in the batch, from 0 on, or by what was sent. */
export function refusedRows(rows: readonly Row[], body: unknown): ReadonlyMap<number, Row> {
  const refused = new Map<number, Row>();
  if (!isLoose(body)) return refused;
  const { batch_errors } = body;
  // Of a batch that was taken in part they stand inside a problem of their own.
  const errors = isLoose(body.errors) && isLoose(body.errors.errors) ? body.errors.errors : body.errors;
  // `{"0.email": "…"}`, and beside it what is wrong with the same row.
  for (const [name, problem] of isLoose(errors) ? Object.entries(errors) : []) {
    const [, place, field = ''] = /^\[?(\d+)\]?\.?(.*)$/.exec(name) ?? [];
    if (place === undefined || Number(place) >= rows.length) continue;
    const before = refused.get(Number(place))?.errors;
    refused.set(Number(place), { errors: { ...(isLoose(before) && before), [field]: problem } });
  }
  // One entry a row, with what was sent.
  for (const entry of [batch_errors, errors].find(Array.isArray)?.filter(isLoose) ?? []) {
    const sent = entry.data;
    const place = isLoose(sent) ? rows.findIndex((row, index) => !refused.has(index) && agrees(row, sent)) : -1;
    if (place >= 0) refused.set(place, entry);
  }
  return refused;
}

/** Whether a record may be what came of a row: no field that both have differs. */
const agrees = (row: Row, record: Row): boolean =>
  Object.entries(row).every(
    ([name, value]) => typeof value === 'object' || record[name] === undefined || plain(record[name]) === plain(value),
  );

/** Codes of currencies come back in lower case, amounts as numbers. */
const plain = (value: unknown): string => String(value).toLowerCase();

const refusal = (entry: Row, place: number): CommerceError => {
  const words = [entry.title, entry.message, ...fieldsOf(entry)].filter(word => typeof word === 'string');
  const why = words.join('; ') || 'without a reason';
  return tellBody(
    new RequestError(`BigCommerce refuses row ${place} of the batch: ${why}`, {
      connector: 'bigcommerce',
      status: 422,
    }),
    entry,
  );
};

const fieldsOf = ({ errors, field_errors }: Row): string[] =>
  [errors, field_errors].flatMap(fields =>
    isLoose(fields) ? Object.entries(fields).map(([field, problem]) => `${field}: ${String(problem)}`) : [],
  );

const unnamed = () =>
  new ResponseError('BigCommerce: the answer to a batch says nothing of this row; read it before it is sent again', {
    connector: 'bigcommerce',
  });

/** How many rows were refused by the answer's own count. */
const tallyOf = ({ meta }: Row): number => (isLoose(meta) && typeof meta.failed === 'number' ? meta.failed : 0);

/**
 * What became of each row, by the records that came back; where the platform gives none back, what was sent stands for them.
 * `key` is the id that rows and records share; rows that are new have none.
 */
export function outcomeOf<Item>(
  rows: readonly Row[],
  body: unknown,
  key: string | null,
  check: (record: unknown) => Item,
): BatchOutcome<Item> {
  const data = isLoose(body) ? body.data : body;
  const records: unknown[] = Array.isArray(data) ? [...data] : isLoose(data) ? [data] : [];
  const refused = refusedRows(rows, body);
  const answered = rows.filter((_, place) => !refused.has(place));
  const isSilent = key !== null && isLoose(body) && body.data === undefined && refused.size >= tallyOf(body);
  const inOrder = key === null && answered.length === records.length;
  return rows.map((row, place) => {
    const entry = refused.get(place);
    if (entry !== undefined) return refusal(entry, place);
    if (isSilent) return check(row);
    const found = inOrder
      ? 0
      : records.findIndex(
          record => isLoose(record) && (key === null ? agrees(row, record) : plain(record[key]) === plain(row[key])),
        );
    const [record] = found < 0 ? [] : records.splice(found, 1);
    return record === undefined ? unnamed() : check(record);
  });
}

/**
 * What became of each row of a batch that was refused. A refusal may hold records all the same: those were written. Where it
 * holds none nothing was, and rows that it does not name were refused for the sake of those that it does.
 */
export function outcomeOfRefusal<Item>(
  rows: readonly Row[],
  error: unknown,
  key: string | null,
  check: (record: unknown) => Item,
): BatchOutcome<Item> {
  if (!isCommerceError(error) || error.context.status !== 422) throw error;
  const { body } = error;
  const data = isLoose(body) ? body.data : null;
  if (Array.isArray(data) && data.length > 0) return outcomeOf(rows, body, key, check);
  const refused = refusedRows(rows, body);
  if (refused.size === 0) throw error;
  const others = [...refused.keys()].join(', ');
  return rows.map((_, place) => {
    const entry = refused.get(place);
    if (entry !== undefined) return refusal(entry, place);
    return new RequestError(`BigCommerce refuses the whole batch because of row ${others}; send this row again`, {
      connector: 'bigcommerce',
      status: 422,
    });
  });
}
