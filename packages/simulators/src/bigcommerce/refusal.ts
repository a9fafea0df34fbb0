import { json } from '../http.js';

/** Thrown from anywhere inside an endpoint, it becomes the answer. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`refused with ${status}`);
  }

  get response(): Response {
    return json(this.body, this.status);
  }
}

export type Version = 'v2' | 'v3';

const statusCodes = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

/** V2 complains in a list of one, V3 in a problem object. */
export const refuse = (version: Version, status: number, message: string): Refusal =>
  new Refusal(
    status,
    version === 'v2' ? [{ status, message }] : { status, title: message, type: statusCodes, errors: {} },
  );

export const notFound = (version: Version): Refusal =>
  refuse(version, 404, version === 'v2' ? 'The requested resource was not found.' : 'The resource was not found.');
