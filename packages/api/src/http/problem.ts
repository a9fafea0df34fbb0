import { type ErrorCode, isCommerceError } from '@cartograph/core';

/** Why a request is refused, as RFC 9457 has it: https://www.rfc-editor.org/rfc/rfc9457 */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** One sentence: what is wrong, and what to do about it. */
  readonly detail: string;
  /** The parameter or field that is wrong. */
  readonly parameter?: string;
  /** What it takes instead. */
  readonly allowed?: readonly string[];
  readonly requestId?: string;
}

const kinds = {
  'invalid-parameter': [400, 'A parameter does not fit'],
  'invalid-body': [400, 'The body does not fit'],
  unauthorized: [401, 'No valid key'],
  forbidden: [403, 'The key does not allow this'],
  'not-found': [404, 'There is no such thing'],
  'method-not-allowed': [405, 'Another method is meant'],
  conflict: [409, 'Something else is in the way'],
  'too-large': [413, 'The body is too large'],
  'shop-refused': [422, 'The shop cannot be reached like this'],
  'too-many-requests': [429, 'Too many requests'],
  internal: [500, 'Something went wrong here'],
  unavailable: [503, 'Not now'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type ProblemKind = keyof typeof kinds;

type Details = Pick<ProblemBody, 'parameter' | 'allowed'>;

/** Ends a request with a problem body. */
export class Problem extends Error {
  readonly body: ProblemBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    kind: ProblemKind,
    detail: string,
    details: Details = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    const [status, title] = kinds[kind];
    this.body = { type: `urn:cartograph:problem:${kind}`, title, status, detail, ...details };
    this.headers = headers;
  }
}

/** A parameter that does not fit: `it` is what is said of it, `takes no more than 1000`. */
export const invalid = (parameter: string, it: string, allowed?: readonly string[]): Problem =>
  new Problem('invalid-parameter', `"${parameter}" ${it}`, { parameter, ...(allowed ? { allowed } : {}) });

const kindOf: Readonly<Record<ErrorCode, ProblemKind>> = {
  config: 'invalid-body',
  auth: 'shop-refused',
  rate_limit: 'unavailable',
  transport: 'unavailable',
  request: 'shop-refused',
  response: 'shop-refused',
  record: 'conflict',
  unsupported: 'invalid-parameter',
  conflict: 'conflict',
};

/** What whoever asked is told of an error: of a bug, nothing. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!isCommerceError(error))
    return new Problem('internal', 'This is a bug of the server; its log tells more under the request id.');
  const headers = error.recovery === 'retry' ? { 'retry-after': '5' } : undefined;
  return new Problem(kindOf[error.code], error.message, {}, headers);
}

export function problemResponse({ body, headers }: Problem, requestId: string): Response {
  return Response.json(
    { ...body, requestId },
    { status: body.status, headers: { ...headers, 'content-type': 'application/problem+json' } },
  );
}
