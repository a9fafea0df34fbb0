import { type RecordChange, type ResourceName, resourceNames } from '@cartograph/core';
import { compare, type FieldDifference } from './compare.js';

/** What a replay changed in the records of one resource. */
export interface ResourceChanges {
  readonly resource: ResourceName;
  readonly added: number;
  readonly changed: number;
  readonly deleted: number;
  /** The most frequent first. */
  readonly fields: readonly FieldChanges[];
}

export interface FieldChanges {
  /** `lines[].unitPrice`. */
  readonly path: string;
  /** How many records it changed in. */
  readonly records: number;
  readonly example: FieldExample;
}

/** The first record in which the field changed; a side that has no such value has no such key. */
export interface FieldExample {
  readonly id: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

interface Page {
  added: number;
  changed: number;
  deleted: number;
  readonly fields: Map<string, { records: number; readonly example: FieldExample }>;
}

/** Adds up changes; it grows with the fields of the model and not with the records. */
export class ChangeBook {
  readonly #pages = new Map<ResourceName, Page>();

  enter({ resource, id, before, after }: RecordChange): void {
    const page = this.#page(resource);
    if (before === null) page.added += 1;
    else if (after === null) page.deleted += 1;
    else {
      page.changed += 1;
      const met = new Set<string>();
      for (const difference of compare(before, after)) {
        if (met.has(difference.path)) continue;
        met.add(difference.path);
        this.#count(page, id, difference);
      }
    }
  }

  /** In the order of the model. */
  resources(): readonly ResourceChanges[] {
    return resourceNames.flatMap(resource => {
      const page = this.#pages.get(resource);
      if (!page) return [];
      const fields = [...page.fields].map(([path, field]) => ({ path, ...field }));
      fields.sort((one, other) => other.records - one.records);
      return [{ resource, ...page, fields }];
    });
  }

  #page(resource: ResourceName): Page {
    const page = this.#pages.get(resource) ?? { added: 0, changed: 0, deleted: 0, fields: new Map() };
    this.#pages.set(resource, page);
    return page;
  }

  #count(page: Page, id: string, { path, before, after }: FieldDifference): void {
    const field = page.fields.get(path);
    if (field) field.records += 1;
    else page.fields.set(path, { records: 1, example: { id, before, after } });
  }
}
