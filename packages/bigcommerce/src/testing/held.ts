import type { FailedRecord, NativeRecord, Session } from '@cartograph/core';

const lagMs = 5 * 60_000;

/** What a reader holds of one stream who reads it first whole and then what has changed, as the engine does. */
export function holder(session: Session, stream: string) {
  const held = new Map<string, NativeRecord>();
  const failed = new Map<string, FailedRecord>();
  let since: string | null = null;
  return {
    held,
    /** Records that could not be served. */
    failed,
    /** How many pages it took. */
    async read(): Promise<number> {
      let pages = 0;
      const until = session.now().toISOString();
      for await (const page of session.read(stream, { since, until, resume: null })) {
        pages += 1;
        for (const record of page.records) held.set(record.id, record);
        for (const record of page.failed ?? []) failed.set(record.id, record);
      }
      since = new Date(Date.parse(until) - lagMs).toISOString();
      return pages;
    },
  };
}

export async function idsOf(session: Session, stream: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of session.ids(stream, null)) ids.push(...page.ids);
  return ids;
}
