import type { NativeRecord } from '@cartograph/core';

/** How far behind its own clock a change of this shop may surface. */
export const lagMs = 60_000;

/** Something that happens in the shop. A row is told by its place among those that there are. */
export type Happening =
  | { readonly kind: 'insert'; readonly rows: number; readonly surfacesAfterMs: number }
  | { readonly kind: 'edit'; readonly row: number; readonly surfacesAfterMs: number }
  | { readonly kind: 'editMany'; readonly from: number; readonly rows: number }
  | { readonly kind: 'delete'; readonly row: number }
  | { readonly kind: 'time'; readonly ms: number };

export interface Row {
  readonly id: number;
  /** Milliseconds, cut to the second as platforms tell them: thousands of rows may share one. */
  readonly modifiedAt: number;
  readonly version: number;
}

interface Change extends Row {
  readonly surfacesAt: number;
}

const firstId = 1;
const isDraft = (id: number): boolean => id % 5 === 0;

/** A list that lives on while it is read. What it shows is what has surfaced by its clock. */
export class RandomShop {
  clock = Date.parse('2026-03-01T00:00:00Z');
  /** The first row is never deleted: a list that is empty tells nothing of what is gone. */
  readonly #rows = new Map<number, Row>([[firstId, { id: firstId, modifiedAt: this.clock, version: 0 }]]);
  #changes: Change[] = [];
  #lastId = firstId;
  #version = 0;

  happen(happening: Happening): void {
    switch (happening.kind) {
      case 'insert':
        for (let count = 0; count < happening.rows; count++) this.#change(++this.#lastId, happening.surfacesAfterMs);
        return;
      case 'edit':
        this.#editAt(happening.row, happening.surfacesAfterMs);
        return;
      case 'editMany':
        for (let count = 0; count < happening.rows; count++) this.#editAt(happening.from + count, 0);
        return;
      case 'delete': {
        const row = this.#at(happening.row);
        if (row && row.id !== firstId) this.#forget(row.id);
        return;
      }
      case 'time':
        this.clock += happening.ms;
    }
  }

  /** In the order of their ids. */
  rows(): readonly Row[] {
    return this.slots().filter(({ id }) => !isDraft(id));
  }

  /** With the drafts: the platform counts them when it cuts pages, and shows them to nobody. */
  slots(): readonly Row[] {
    const due = this.#changes.filter(({ surfacesAt }) => surfacesAt <= this.clock);
    this.#changes = this.#changes.filter(({ surfacesAt }) => surfacesAt > this.clock);
    for (const { id, modifiedAt, version } of due) this.#rows.set(id, { id, modifiedAt, version });
    return [...this.#rows.values()].sort((one, other) => one.id - other.id);
  }

  #at(place: number): Row | undefined {
    const rows = this.rows();
    return rows[place % Math.max(1, rows.length)];
  }

  #editAt(place: number, surfacesAfterMs: number): void {
    const row = this.#at(place);
    // A row is changed by one at a time: the next change waits for the one that has not surfaced.
    if (row && !this.#changes.some(({ id }) => id === row.id)) this.#change(row.id, surfacesAfterMs);
  }

  #change(id: number, surfacesAfterMs: number): void {
    const modifiedAt = Math.floor(this.clock / 1000) * 1000;
    this.#changes.push({ id, modifiedAt, version: ++this.#version, surfacesAt: this.clock + surfacesAfterMs });
  }

  #forget(id: number): void {
    this.#rows.delete(id);
    this.#changes = this.#changes.filter(change => change.id !== id);
  }
}

export const toNative = ({ id, modifiedAt, version }: Row): NativeRecord => ({
  stream: 'payments',
  id: String(id),
  modifiedAt: new Date(modifiedAt).toISOString(),
  body: { id: String(id), modifiedAt: new Date(modifiedAt).toISOString(), amount: String(version) },
});
