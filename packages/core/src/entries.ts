/** Something small that is kept beside what is read: a part of the program that has more to remember gives its kinds names. */
export interface Entry {
  readonly kind: string;
  /** Unique within the kind. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
}
