import type { Stored } from '@cartograph/core';
import { ifKnown, toDate } from './shape.js';

interface Dated extends Pick<Stored, 'syncedAt' | 'deletedAt'> {
  readonly createdAt: string | null;
  readonly sourceModifiedAt: string | null;
}

/** `modifiedDate` is when the content last changed in the store; a deletion is a change of it. */
export const changeDates = ({ syncedAt, sourceModifiedAt }: Dated) => ({
  modifiedDate: toDate(syncedAt),
  sourceModifiedDate: ifKnown(sourceModifiedAt, toDate),
});

export const allDates = (record: Dated) => ({
  createdDate: ifKnown(record.createdAt, toDate),
  ...changeDates(record),
});

/** Codat's spelling for accounting data; its commerce clients pass over it, and its query language filters by it. */
export const metadata = ({ deletedAt }: Dated) => ({ isDeleted: deletedAt !== null });
