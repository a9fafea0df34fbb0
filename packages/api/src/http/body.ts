import type { z } from 'zod';
import { Problem } from './problem.js';

/** The body of a request, checked. Throws a Problem that names the first field that does not fit. */
export async function readBody<Body>(request: Request, schema: z.ZodType<Body>): Promise<Body> {
  const parsed = schema.safeParse(parse(await request.text()));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const parameter = [...(issue?.path ?? []), ...keys.slice(0, 1)].join('.');
  const complaint = keys.length > 0 ? 'is no field of this body' : (issue?.message ?? 'does not fit');
  throw new Problem(
    'invalid-body',
    parameter ? `"${parameter}": ${complaint}` : `The body does not fit: ${complaint}`,
    {
      ...(parameter ? { parameter } : {}),
    },
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('invalid-body', 'The body is no JSON');
  }
}
