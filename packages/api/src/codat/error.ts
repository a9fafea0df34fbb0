import { randomBytes } from 'node:crypto';
import { QueryError } from '@cartograph/codat';
import { type ErrorCode, isCommerceError } from '@cartograph/core';

type Service = 'PublicApi' | 'ClientsApi' | 'PullApi';

/** Ends a request with an error as Codat's clients read it. */
export class CodatError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly service: Service = 'PublicApi',
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export const invalid = (what: string): CodatError => new CodatError(400, `Error processing request - ${what}.`);

const statusOf: Readonly<Record<ErrorCode, number>> = {
  config: 400,
  auth: 400,
  rate_limit: 503,
  transport: 503,
  request: 400,
  response: 400,
  record: 409,
  unsupported: 400,
  conflict: 400,
};

/** Null for a bug, of which whoever asked is told nothing. */
function known(error: unknown): CodatError | null {
  if (error instanceof CodatError) return error;
  if (error instanceof QueryError) return new CodatError(400, error.message, 'PullApi');
  return isCommerceError(error) ? new CodatError(statusOf[error.code], error.message) : null;
}

const fault = new CodatError(500, 'There is a problem with our server. Please try again later.');

/** What whoever asked is told of an error; a CodatError with the status 500 for a bug. */
export const errorOf = (error: unknown): CodatError => known(error) ?? fault;

/** The body that every error has; `correlationId` is 32 hexadecimal digits. */
export function refuse(
  { status, message, service, headers }: CodatError,
  correlationId: string = randomBytes(16).toString('hex'),
): Response {
  const body = {
    statusCode: status,
    service,
    error: message,
    correlationId,
    canBeRetried: status === 429 || status === 503 ? 'True' : 'Unknown',
    detailedErrorCode: 0,
  };
  const wait = status === 503 ? { 'retry-after': '5' } : {};
  return Response.json(body, { status, headers: { ...wait, ...headers } });
}
