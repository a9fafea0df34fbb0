import type { z } from 'zod';
import { invalid } from './error.js';

/** The body of a request. Throws a CodatError that names the first field that does not fit. */
export async function readBody<Body>(request: Request, schema: z.ZodType<Body>): Promise<Body> {
  const text = await request.text();
  const parsed = schema.safeParse(text === '' ? {} : parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(`${issue?.path.join('.') || 'the body'} does not fit: ${issue?.message ?? ''}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('the body is no JSON');
  }
}
