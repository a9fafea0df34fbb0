import type { Drift, DriftKind, NativeRecord, ShapeUpdate } from '@cartograph/core';
import { isKeyed, toKeyed } from './keyed.js';
import { ShapeNode } from './node.js';
import { readShape, writeShape } from './text.js';
import { exampleOf, typeBits, typesInWords } from './types.js';
import { isCode } from './words.js';

/** So many sightings it takes before something that is not there, or not yet known whole, says anything. */
const enough = 50;
const mostValues = 16;
/** An enumeration repeats itself: each of its values was met so often on average. */
const repetition = 5;
const mostNodes = 4000;
const deepest = 20;

/**
 * Walks every native record of a stream once and knows what they look like. While the stream is not known, it learns; from
 * then on what differs is drift, told once, for it is learnt by that too. Below something new nothing is told until it
 * was met often enough: one new thing is one drift.
 */
export class ShapeRecorder {
  readonly #root: ShapeNode;
  #known: boolean;
  #count: number;
  #nativeId = '';
  #drifts: Drift[] = [];
  #changed = false;

  /** `shape` is what an earlier recorder gave; null where nothing is known of the stream. */
  constructor(shape: string | null) {
    const kept = shape === null ? null : readShape(shape);
    this.#root = kept?.root ?? new ShapeNode(null, '');
    this.#known = kept?.known ?? false;
    this.#count = [...this.#root.below()].length;
  }

  record({ id, body }: NativeRecord): void {
    this.#nativeId = id;
    this.#value(this.#root, body, 0);
  }

  /** What is to be kept with the page; null while nothing is new. */
  take(): ShapeUpdate | null {
    return this.#changed ? this.#update() : null;
  }

  /**
   * Ends a window that was read to its end. `whole`: no part of it was read by another recorder; only then may a field be
   * missed. `full`: it was everything there is, by which the stream becomes known. Null where nothing was met.
   */
  finish({ whole, full }: { readonly whole: boolean; readonly full: boolean }): ShapeUpdate | null {
    const { seen, seenNow } = this.#root;
    if (seenNow === 0 && !this.#changed && (this.#known || seen === 0)) return null;
    if (whole) for (const node of [this.#root, ...this.#root.below()]) this.#missFields(node);
    for (const node of [this.#root, ...this.#root.below()]) closeWindow(node);
    if (!this.#known && (full ? seen + seenNow > 0 : seen + seenNow >= enough)) this.#know();
    return this.#update();
  }

  #update(): ShapeUpdate {
    const update = { shape: writeShape(this.#root, this.#known), drifts: this.#drifts };
    this.#drifts = [];
    this.#changed = false;
    return update;
  }

  #know(): void {
    this.#known = true;
    for (const node of [this.#root, ...this.#root.below()]) node.old = (node.types & ~typeBits.null) !== 0;
  }

  #value(node: ShapeNode, value: unknown, depth: number): void {
    let type: number;
    if (typeof value === 'string') {
      type = typeBits.text;
      if (node.values !== null && !node.values.has(value)) this.#newValue(node, value);
    } else if (typeof value === 'number') type = typeBits.number;
    else if (typeof value === 'boolean') type = typeBits.boolean;
    else if (value === null) type = typeBits.null;
    else if (typeof value !== 'object') return;
    else if (depth === deepest) return;
    else if (Array.isArray(value)) {
      type = typeBits.list;
      this.#list(node, value, depth + 1);
    } else {
      type = typeBits.object;
      this.#object(node, value as Readonly<Record<string, unknown>>, depth + 1);
    }
    node.seenNow += 1;
    if ((node.types & type) === 0) this.#newType(node, type, value);
  }

  #list(node: ShapeNode, list: readonly unknown[], depth: number): void {
    if (list.length === 0) return;
    if (node.items === null && this.#count >= mostNodes) return;
    const items = node.items ?? this.#counted(node.addItems());
    for (let index = 0; index < list.length; index += 1) this.#value(items, list[index], depth);
  }

  /** Nearly always the next field is the one that came next before: no look-up then. */
  #object(node: ShapeNode, object: Readonly<Record<string, unknown>>, depth: number): void {
    node.objectsNow += 1;
    const { names, fields, positions } = node;
    let next = 0;
    for (const key in object) {
      if (node.keyed !== null) {
        this.#value(node.keyed, object[key], depth);
        continue;
      }
      if (next >= names.length || names[next] !== key) {
        const position = positions.get(key);
        if (position === undefined) {
          const field = this.#newField(node, key, object[key]);
          if (field !== null) this.#value(field, object[key], depth);
          continue;
        }
        next = position;
      }
      this.#value(fields[next] as ShapeNode, object[key], depth);
      next += 1;
    }
  }

  #newField(node: ShapeNode, key: string, value: unknown): ShapeNode | null {
    if (this.#count >= mostNodes || value === undefined) return null;
    if (isKeyed(node, key)) return this.#counted(toKeyed(node));
    // The object itself is counted already.
    const compared = this.#compares(node, node.objects + node.objectsNow - 1);
    const field = this.#counted(node.addField(key));
    if (compared) this.#tell('newField', field, null, exampleOf(value));
    return field;
  }

  #newType(node: ShapeNode, type: number, value: unknown): void {
    const known = node.types & ~typeBits.null;
    const sightings = node.seen + node.seenNow - 1;
    const compared =
      type === typeBits.null ? this.#known && sightings >= enough : known !== 0 && this.#compares(node, sightings);
    if (compared) this.#tell('newType', node, typesInWords(node.types), exampleOf(value));
    node.types |= type;
    this.#changed = true;
  }

  #newValue(node: ShapeNode, text: string): void {
    if (text === '' || node.values === null) return;
    this.#changed = true;
    const known = [...node.values];
    if (!isCode(text) || known.length === mostValues) {
      node.values = null;
      return;
    }
    const sightings = node.seen + node.seenNow;
    const repeats = sightings >= enough && sightings >= repetition * known.length;
    if (this.#known && repeats && known.length > 0) this.#tell('newValue', node, known.sort().join(', '), text);
    node.values.add(text);
  }

  /** A field that is there one time in ten is missed ten times later than one that always is. */
  #missFields(node: ShapeNode): void {
    for (const field of node.fields) {
      if (field.seenNow > 0) {
        field.missed = 0;
        field.vanished = false;
        continue;
      }
      field.missed += node.objectsNow;
      const expected = (field.missed * field.seen) / Math.max(node.objects, 1);
      if (field.vanished || field.seen < enough || expected < enough) continue;
      field.vanished = true;
      if (this.#known) this.#tell('vanishedField', field, typesInWords(field.types), `missing ${field.missed} times`);
    }
  }

  #compares(node: ShapeNode, sightings: number): boolean {
    return this.#known && (node.old ? sightings > 0 : sightings >= enough);
  }

  #counted(node: ShapeNode): ShapeNode {
    this.#count += 1;
    this.#changed = true;
    return node;
  }

  #tell(kind: DriftKind, node: ShapeNode, before: string | null, after: string): void {
    this.#drifts.push({ kind, path: node.path(), nativeId: this.#nativeId, before, after });
    this.#changed = true;
  }
}

function closeWindow(node: ShapeNode): void {
  node.seen += node.seenNow;
  node.objects += node.objectsNow;
  node.seenNow = 0;
  node.objectsNow = 0;
}
