import { empty, html, json } from '../http.js';

/** Thrown by a handler to answer with something else than success. */
export class Refusal extends Error {
  constructor(readonly response: Response) {
    super(`refused with ${response.status}`);
  }
}

export interface Violation {
  readonly propertyPath: string;
  readonly title: string;
  readonly value: string | null;
}

const problemType = 'https://tools.ietf.org/html/rfc2616#section-10';
const problemJson = { 'content-type': 'application/problem+json' };

/** Problem details, as the platform sends them for business rules. */
export const problem = (status: number, title: string, detail: string): Response =>
  json({ type: problemType, title, status, detail }, status, problemJson);

/** 400 lists each violation; where the platform documents only 422 it is a plain problem. */
export function validationFailed(violations: readonly Violation[], status: 400 | 422): Response {
  const detail = violations.map(violation => `${violation.propertyPath}: ${violation.title}`).join('\n');
  if (status === 422) return problem(422, 'Validation Failed', detail);
  const body = {
    type: 'https://symfony.com/errors/validation',
    title: 'Validation Failed',
    detail,
    violations: violations.map(({ propertyPath, title, value }) => ({
      propertyPath,
      title,
      parameters: { value, type: 'query' },
      type: 'urn:uuid:c1051bb4-d103-4f74-8988-acbcafc7fdc3',
    })),
  };
  return json(body, 400, problemJson);
}

/** 401, 403, 404 and 405 have no documented body. */
export const bare = (status: 401 | 403 | 404 | 405): Response => empty(status);

export const serverError = (): Response =>
  html('<!DOCTYPE html><html><body><h1>Oops! An Error Occurred</h1></body></html>', 500);

/** The record, or 404. */
export function found<T>(record: T | undefined): T {
  if (record === undefined) throw new Refusal(bare(404));
  return record;
}
