import { isCommerceError, type Logger } from '@cartograph/core';
import { pino } from 'pino';
import type { Output } from './shell.js';

const secretName = /token|secret|password|authorization|signature|api-?key/i;
const deepest = 8;

/** Logs JSON lines. Values under names that tell of a secret are taken out, however deep they stand. */
export const createLogger = (level: string, output: Output): Logger =>
  pino({ level, base: null, formatters: { log: fields => redact(fields) as Record<string, unknown> } }, output);

export function redact(value: unknown, depth = 0): unknown {
  if (depth > deepest) return '[deeper]';
  if (value instanceof Error)
    return {
      type: value.name,
      message: value.message,
      ...(isCommerceError(value) ? { context: redact(value.context, depth + 1) } : {}),
    };
  if (Array.isArray(value)) return value.map(inner => redact(inner, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, secretName.test(name) ? '[secret]' : redact(inner, depth + 1)]),
  );
}
