import { ResponseError } from '@cartograph/core';
import type { z } from 'zod';
import type { Outgoing } from './attempt.js';
import type { HttpAnswer } from './types.js';

/** The answer with its body as the schema reads it. The message names the first place that does not fit, never a value. */
export function checkAnswer<Body>(
  answer: HttpAnswer,
  schema: z.ZodType<Body>,
  connector: string,
  { method, url }: Outgoing,
): HttpAnswer<Body> {
  const result = schema.safeParse(answer.body);
  if (result.success) return { ...answer, body: result.data };
  const issue = result.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? 'the body' : issue.path.map(String).join('.');
  throw new ResponseError(
    `${connector}: the answer to ${method} ${url.pathname} does not fit: ${place}: ${issue?.message ?? 'not as expected'}`,
    { connector, host: url.host, method, path: url.pathname, status: answer.status, field: place },
  );
}
