import type { Call } from '../../http.js';
import { conflict, invalid, refuse, type Version } from '../refusal.js';
import { check, type Doc, type Fields, fallbacks } from './fields.js';
import type { Rows } from './rows.js';

export type Verb = 'created' | 'updated' | 'deleted';

/** A kind of record that can be read and written through the API. */
export interface Resource {
  /** Without the parts that name a record: `/stores/:hash/v3/catalog/brands`. */
  readonly path: string;
  /** Its name in `tamper`. */
  readonly collection: string;
  readonly fields: Fields;
  /** The rows that a call is about; refuses where their parent is not there. */
  readonly rows: (call: Call) => Rows;
  /** The field that names a record. */
  readonly key?: string;
  /** Fields of which no two records may have the same. */
  readonly unique?: readonly string[];
  /** Most records that one parent may have; one more is refused with 422. */
  readonly most?: number;
  /** What the platform fills in or works out; `before` is null for a new record. May refuse. */
  readonly derive?: (values: Doc, before: Doc | null, call: Call) => Doc;
  /** What else follows from a write. */
  readonly happened?: (verb: Verb, row: Doc, call: Call) => void;
  /** How a row is shown, where that is not as it is kept. */
  readonly render?: (row: Doc, call: Call) => Doc;
  /** Fields that a write may not name: V2 refuses them always, V3 only here. */
  readonly strict?: boolean;
}

/**
 * The fields of a body that may be stored; refuses the body that has a wrong one, or lacks one. A strict resource takes no
 * field that is read only, and V2 none that it does not know.
 */
export function acceptedValues(
  version: Version,
  fields: Fields,
  body: Doc,
  isNew: boolean,
  strict = version === 'v2',
): Doc {
  const { values, faults, readOnly, unknown } = check(fields, body, isNew);
  const [foreign] = strict ? unknown : [];
  if (foreign !== undefined && version === 'v2')
    throw refuse('v2', 400, `The field '${foreign}' is not supported by this resource.`);
  const refused = strict ? readOnly : [];
  if (refused.length > 0 || Object.keys(faults).length > 0)
    throw invalid(version, {
      ...faults,
      ...Object.fromEntries(refused.map(name => [name, `The field '${name}' is read only.`])),
    });
  return values;
}

const sameText = (left: unknown, right: unknown): boolean => String(left).toLowerCase() === String(right).toLowerCase();

/** Writes records of one kind, or throws the refusal that the platform would answer with. */
export interface Writer {
  create(call: Call, body: Doc): Doc;
  update(call: Call, row: Doc, body: Doc): Doc;
  remove(call: Call, row: Doc): void;
}

export function createWriter(version: Version, resource: Resource): Writer {
  const { fields, unique = [], derive = values => values, happened = () => {}, most } = resource;
  const strict = resource.strict ?? version === 'v2';

  const accepted = (body: Doc, isNew: boolean) => acceptedValues(version, fields, body, isNew, strict);

  const refuseTwins = (rows: Rows, values: Doc, row: Doc | null) => {
    for (const name of unique) {
      const value = values[name];
      if (value === undefined || value === '') continue;
      if (rows.all.some(other => other !== row && sameText(other[name], value)))
        throw conflict(version, name, `A record whose ${name} is '${value}' exists already.`);
    }
  };

  return {
    create(call, body) {
      const rows = resource.rows(call);
      const values = accepted(body, true);
      if (most !== undefined && rows.all.length >= most)
        throw refuse(version, version === 'v2' ? 400 : 422, `No more than ${most} records of this kind are possible.`);
      refuseTwins(rows, values, null);
      const row = rows.insert({ ...derive({ ...fallbacks(fields), ...values }, null, call) });
      happened('created', row, call);
      return row;
    },
    update(call, row, body) {
      const rows = resource.rows(call);
      const values = accepted(body, false);
      refuseTwins(rows, values, row);
      rows.change(row, derive(values, row, call));
      happened('updated', row, call);
      return row;
    },
    remove(call, row) {
      resource.rows(call).remove(row);
      happened('deleted', row, call);
    },
  };
}
