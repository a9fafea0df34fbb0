import type { Instant } from './model/scalars.js';

/** Where a document stands: each is of one connection, and goes with it. */
export interface DocumentName {
  /** Of its view. */
  readonly collection: string;
  readonly connectionId: string;
  readonly id: string;
}

/** Something made of records, kept as it is given to whoever asks for it, and found by what its JSON says. */
export interface Document extends DocumentName {
  /** When it last became another. */
  readonly modifiedAt: Instant;
  /** JSON, an object. Its times are UTC, with a Z. */
  readonly body: string;
}

/** How far the documents of a view are. */
export interface ViewPosition {
  /** Of the rules by which they are made. */
  readonly version: number;
  /** The last change of the feed that is in them. */
  readonly sequence: number;
}

/** Moves a view to another position, with what the changes in between made of its documents, in one transaction. */
export interface DocumentWrite {
  readonly view: string;
  /** Where the writer found it; null where it had no position. Is it elsewhere by now, a ConflictError is thrown. */
  readonly from: ViewPosition | null;
  /** Is its version another one than that of `from`, every document of the view is forgotten first. */
  readonly to: ViewPosition;
  /** Those of connections that are not there are left out. */
  readonly put: readonly Document[];
  readonly remove: readonly DocumentName[];
}

/** What a document is found or sorted by. */
export interface DocumentField {
  /** The keys that lead to it in the body, or what is kept beside the body. */
  readonly path: readonly string[] | 'id' | 'modifiedAt';
  /** Texts are compared without regard to case, dates as instants. A value of another kind counts as absent. */
  readonly kind: 'text' | 'number' | 'date' | 'boolean';
}

export type DocumentOperator = '=' | '!=' | '~' | '>' | '<' | '>=' | '<=';

/** `~` is for texts: one contains the other. Of an absent value `!=` holds, and nothing else. */
export type DocumentCondition =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly DocumentCondition[] }
  | {
      readonly kind: 'compare';
      readonly field: DocumentField;
      readonly operator: DocumentOperator;
      /** Of the field's kind; a date is an instant. */
      readonly value: string | number | boolean;
    };

export interface DocumentQuery {
  readonly view: string;
  readonly collection: string;
  readonly connectionId: string;
  /** All when left out. */
  readonly where?: DocumentCondition | null;
  /** Absent values come first, or last when descending; equal ones in the order of their ids, as everything when left out. */
  readonly sort?: { readonly field: DocumentField; readonly descending: boolean } | null;
  readonly offset: number;
  readonly limit: number;
}

export interface DocumentPage {
  /** A JSON list in UTF-8: the bodies as they are stored, never parsed. */
  readonly documents: Uint8Array;
  readonly count: number;
  /** How many there are over all pages. */
  readonly total: number;
}
