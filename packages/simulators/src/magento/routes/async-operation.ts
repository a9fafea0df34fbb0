import type { Body } from '../bodies/body.js';

/** 1 done, 2 failed and may be tried again, 3 failed for good, 4 waiting, 5 never accepted. */
export type OperationStatus = 1 | 2 | 3 | 4 | 5;

/** One queued write. */
export interface Operation {
  readonly number: number;
  readonly id: number;
  readonly bulkId: string;
  readonly topic: string;
  readonly body: unknown;
  readonly run: () => Promise<Response>;
  status: OperationStatus;
  message: string | null;
  errorCode: number | null;
  result: unknown;
}

/** Does what was queued, and keeps what came of it. */
export async function perform(operation: Operation): Promise<void> {
  const response = await operation.run();
  const result = JSON.parse(await response.text()) as unknown;
  if (response.ok) {
    Object.assign(operation, { status: 1, message: `Service execution success ${operation.topic}`, result });
    return;
  }
  const { message, parameters } = result as { message: string; parameters?: Record<string, unknown> };
  operation.status = response.status >= 500 ? 2 : 3;
  operation.errorCode = response.status;
  operation.message = Object.entries(parameters ?? {}).reduce(
    (text, [name, value]) =>
      text.replace(Array.isArray(parameters) ? `%${Number(name) + 1}` : `%${name}`, String(value)),
    message,
  );
}

export const summaryBody = (operation: Operation): Body => ({
  id: operation.id,
  status: operation.status,
  result_message: operation.message,
  error_code: operation.errorCode,
});

export function detailBody(operation: Operation): Body {
  return {
    ...summaryBody(operation),
    bulk_uuid: operation.bulkId,
    topic_name: operation.topic,
    serialized_data: JSON.stringify({
      entity_id: null,
      entity_link: '',
      meta_information: JSON.stringify(operation.body),
    }),
    result_serialized_data: operation.result === null ? null : JSON.stringify(operation.result),
  };
}

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

/** What a path's names stand for in a body: beside its data objects, or in one of them; a number of an object is its `id`. */
export function pathOf(item: unknown, names: readonly string[]): Record<string, string> | null {
  if (item === null || typeof item !== 'object') return null;
  const inner = Object.values(item).filter(
    value => value !== null && typeof value === 'object' && !Array.isArray(value),
  );
  const found = names.map(name => {
    const keys = [name, snake(name)];
    const places = [item, ...inner] as Body[];
    const value =
      places.flatMap(place => keys.map(key => place[key])).find(known => known !== undefined) ??
      (/Id$/.test(name) ? inner.map(place => (place as Body).id).find(known => known !== undefined) : undefined);
    return [name, value] as const;
  });
  if (found.some(([, value]) => value === undefined || value === null)) return null;
  return Object.fromEntries(found.map(([name, value]) => [name, String(value)]));
}
