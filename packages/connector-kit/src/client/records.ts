import { pathText, ResponseError } from '@cartograph/core';
import type { z } from 'zod';
import { compileFits } from '../connector/fits.js';
import { isLoose } from '../connector/payload.js';

/** Records of one kind as a client hands them out: the very objects that arrived, typed by what they were checked against. */
export interface RecordCheck<Native> {
  one(record: unknown): Native;
  all(records: readonly unknown[]): Native[];
}

const unchecked: RecordCheck<never> = {
  one: record => record as never,
  all: records => records as never[],
};

/** By schema: clients of a platform share theirs, and with it what the engine has learned of them. */
const compiled = new WeakMap<z.ZodType, ReturnType<typeof compileFits>>();

function fitsOf(schema: z.ZodType): ReturnType<typeof compileFits> {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const made = compileFits(schema);
  compiled.set(schema, made);
  return made;
}

/** Checks for the records of one client. Where it does not validate, they cost nothing. */
export function createRecordChecks(connector: string, validate = true) {
  return <Schema extends z.ZodType>(what: string, schema: Schema): RecordCheck<z.input<Schema>> =>
    validate ? recordCheck(connector, what, schema) : (unchecked as RecordCheck<z.input<Schema>>);
}

/** `what` is how the client calls them: `orders.shipments`. */
function recordCheck<Schema extends z.ZodType>(connector: string, what: string, schema: Schema) {
  // Once the first arrives: a client has many kinds of records, and most programs read few.
  let fits: ReturnType<typeof compileFits> | undefined;
  const one = (record: unknown): z.input<Schema> => {
    if (fits === undefined) fits = fitsOf(schema);
    if (fits === null || !fits(record)) ensure(record);
    return record as z.input<Schema>;
  };

  const ensure = (record: unknown): void => {
    const { error } = schema.safeParse(record);
    if (error === undefined) return;
    const [issue] = error.issues;
    const path = pathText(issue?.path ?? []);
    const id = isLoose(record) && (typeof record.id === 'number' || typeof record.id === 'string') ? record.id : null;
    throw new ResponseError(
      `${connector}: a record of ${what}${id === null ? '' : ` (id ${id})`} does not fit: ${path || 'the record'}: ${issue?.message ?? 'not as expected'}; open the client with validate: false to take it as it is`,
      { connector, resource: what, id, path },
    );
  };

  const all = (records: readonly unknown[]): z.input<Schema>[] => {
    for (const record of records) one(record);
    return records as z.input<Schema>[];
  };
  return { one, all };
}
