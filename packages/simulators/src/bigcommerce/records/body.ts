import { type Refusal, refuse, type Version } from '../refusal.js';
import { type Doc, isDoc } from './fields.js';

/** V2 calls it a bad request, V3 an entity that cannot be processed. */
const badBody = (version: Version): Refusal =>
  version === 'v2'
    ? refuse('v2', 400, 'The request body is not valid JSON.')
    : refuse('v3', 422, 'JSON data is missing or invalid');

/** The JSON that was sent. */
export async function jsonOf(version: Version, request: Request): Promise<unknown> {
  const type = request.headers.get('content-type');
  const body = await request.text();
  if (type !== null && !/json/.test(type)) throw refuse(version, 415, `The content type '${type}' is not supported.`);
  try {
    return JSON.parse(body);
  } catch {
    throw badBody(version);
  }
}

export async function objectOf(version: Version, request: Request): Promise<Doc> {
  const body = await jsonOf(version, request);
  if (!isDoc(body)) throw badBody(version);
  return body;
}

/** A batch; `most` rows may come in one call. */
export async function listOfObjects(version: Version, request: Request, most: number): Promise<Doc[]> {
  const body = await jsonOf(version, request);
  if (!Array.isArray(body) || body.length === 0 || !body.every(isDoc)) throw badBody(version);
  if (body.length > most)
    throw refuse(version, 413, `The request payload is too large. The maximum items allowed in the array is ${most}`);
  return body;
}
