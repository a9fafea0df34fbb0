import { crc32 } from 'node:zlib';
import type { ListPosition, ListQuery } from '@cartograph/core';
import { z } from 'zod';
import { invalid } from '../http/problem.js';

const cursorSchema = z.strictObject({
  /** Tells the query that it goes on in from others. */
  query: z.string().max(16),
  connectionId: z.string().max(500),
  key: z.string().max(10_000),
});

export function encodeCursor(position: ListPosition, query: ListQuery): string {
  return Buffer.from(JSON.stringify({ query: digest(query), ...position })).toString('base64url');
}

/** Throws a Problem for what is no cursor, and for a cursor of another query. */
export function decodeCursor(text: string, query: ListQuery): ListPosition {
  const parsed = cursorSchema.safeParse(parse(text));
  if (!parsed.success) throw invalid('cursor', 'is no cursor: take it from "next" of an earlier page, as it is');
  const { query: of, ...position } = parsed.data;
  if (of !== digest(query))
    throw invalid(
      'cursor',
      'is of another query: keep filters, sort and connections as they were, or begin without it',
    );
  return position;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}

const digest = ({ resource, connections, filters, sort, includeDeleted }: ListQuery): string =>
  crc32(JSON.stringify([resource, connections, filters, sort, includeDeleted])).toString(36);
