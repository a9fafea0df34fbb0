import type { NewEvent } from './events.js';

/** Something small that is kept beside what is read: a part of the program that has more to remember gives its kinds names. */
export interface Entry extends EntryName {
  /** JSON. */
  readonly body: string;
}

export interface EntryName {
  readonly kind: string;
  /** Unique within the kind. */
  readonly id: string;
}

/** One transaction. */
export interface EntryWrite {
  /** As they have to be for anything to be written: the body, to the letter, or null where there is to be none. */
  readonly expect?: readonly (EntryName & { readonly body: string | null })[];
  readonly put?: readonly Entry[];
  readonly remove?: readonly EntryName[];
  /** Told as events. */
  readonly tell?: readonly NewEvent[];
}
