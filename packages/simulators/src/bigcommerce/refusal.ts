import { json } from '../http.js';

/** Thrown from anywhere inside an endpoint, it becomes the answer. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    private readonly mediaType = 'application/json',
  ) {
    super(`refused with ${status}`);
  }

  get response(): Response {
    return json(this.body, this.status, { 'content-type': this.mediaType });
  }
}

export type Version = 'v2' | 'v3';

/** What is wrong, by field; rows of a batch have their position in front (`0.email`). */
export type Faults = Readonly<Record<string, string>>;

const statusCodes = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

/** V3's problem object. */
export const problem = (status: number, title: string, errors: Faults = {}) => ({
  status,
  title,
  type: statusCodes,
  errors,
});

/** V2 complains in a list, V3 in a problem object. */
export const refuse = (version: Version, status: number, message: string): Refusal =>
  new Refusal(status, version === 'v2' ? [{ status, message }] : problem(status, message));

export const notFound = (version: Version): Refusal =>
  refuse(version, 404, version === 'v2' ? 'The requested resource was not found.' : 'The resource was not found.');

/** Fields that cannot be taken as they are: 400 with an entry for each in V2, 422 in V3. */
export function invalid(version: Version, faults: Faults): Refusal {
  if (version === 'v3') return new Refusal(422, problem(422, 'JSON data is missing or invalid', faults));
  const entries = Object.entries(faults).map(([field, reason]) => ({
    status: 400,
    message: `The field '${field}' is invalid.`,
    details: { invalid_reason: reason },
  }));
  return new Refusal(400, entries);
}

/** Something that must be the only one of its kind is there already. */
export function conflict(version: Version, field: string, reason: string): Refusal {
  if (version === 'v3') return new Refusal(409, problem(409, reason, { [field]: reason }));
  return new Refusal(409, [
    {
      status: 409,
      message: `The field '${field}' conflicts with another record.`,
      details: { conflict_reason: reason },
    },
  ]);
}

/** Inventory and locations have a media type of their own for problems. */
export const refuseStock = (title: string, faults: Faults = {}): Refusal =>
  new Refusal(422, problem(422, title, faults), 'application/problem+json');
