import type { ExplainedField, ExplainedRecord, ShopContext } from '@cartograph/core';
import { type Influences, influencesOf } from './influences.js';
import type { Leaf } from './leaves.js';
import { make, type Normalize, nameOf, valueAt, type World } from './world.js';

/**
 * Where each value of the records comes from. What a row reads of the native record is seen while it runs. A value that was
 * computed before the row ran has lost its origin; so each native field that was read outside of rows is changed, one at a
 * time, and where what the row reads is then another, the field is one of its origins. `sent` is the body before it was parsed.
 */
export function explainRecords<Body, Shop extends ShopContext>(
  { body, shop, sent }: World<Body, Shop> & { readonly sent: unknown },
  normalize: Normalize<Body, Shop>,
): readonly ExplainedRecord[] {
  // A copy, so that nothing is frozen and nothing of the caller's is touched.
  const world: World<Body, Shop> = structuredClone({ body, shop });
  const made = make(world, normalize, nameOf);
  const influences = influencesOf(made, world, normalize);
  const paths = new Map(made.readings.flatMap(({ native }) => [...native]));
  const sourceOf = (path: string) => ({ path, value: valueAt({ body: sent, shop }, paths.get(path) ?? []) });
  return made.records.map(({ resource, record }, index) => ({
    resource,
    id: record.id,
    fields: [...(made.leaves[index]?.byPath.values() ?? [])].map(
      (leaf): ExplainedField => ({
        path: leaf.path,
        value: leaf.value,
        sources: innermost(origins(leaf, influences.get(leaf))).map(sourceOf),
        provision: leaf.reading?.provision ?? { kind: 'provided' },
      }),
    ),
  }));
}

/** Of a part of what a row made, what changes this part alone, as far as anything does. */
function origins({ reading, isWhole }: Leaf, influences?: Influences): ReadonlySet<string> {
  if (!isWhole && influences && influences.onValue.size > 0) return influences.onValue;
  return new Set([...(reading?.native.keys() ?? []), ...(influences?.onInput ?? [])]);
}

/** A list is left out where something in it was read as well. */
const innermost = (names: ReadonlySet<string>): string[] =>
  [...names].filter(name => ![...names].some(other => other.startsWith(`${name}.`) || other.startsWith(`${name}[`)));
