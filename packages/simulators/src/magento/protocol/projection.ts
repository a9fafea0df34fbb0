/** Wanted keys; a leaf wants the whole value. */
interface Tree {
  readonly [key: string]: Tree;
}

/** Reads `items[id,links[url]],total_count`; null when it is malformed. */
export function readFields(text: string): Tree | null {
  if (!/^[A-Za-z0-9_[\],]+$/.test(text)) return null;
  let position = 0;
  const level = (isNested: boolean): Tree | null => {
    const tree: Record<string, Tree> = {};
    while (position < text.length) {
      const name = /^[A-Za-z0-9_]+/.exec(text.slice(position))?.[0];
      if (!name) return null;
      position += name.length;
      tree[name] = {};
      if (text[position] === '[') {
        position += 1;
        const inner = level(true);
        if (!inner) return null;
        tree[name] = inner;
      }
      if (text[position] === ',') position += 1;
      else if (text[position] === ']') {
        position += 1;
        return isNested ? tree : null;
      }
    }
    return isNested ? null : tree;
  };
  return level(false);
}

/** Keeps only the wanted keys. Nothing left is an empty list, as PHP has it. */
export function project(body: unknown, tree: Tree): unknown {
  if (Array.isArray(body)) return body.map(item => project(item, tree));
  if (body === null || typeof body !== 'object') return body;
  const kept = Object.entries(body).flatMap(([key, value]) => {
    const inner = Object.hasOwn(tree, key) ? tree[key] : undefined;
    if (!inner) return [];
    return [[key, Object.keys(inner).length === 0 ? value : project(value, inner)]];
  });
  return kept.length === 0 ? [] : Object.fromEntries(kept);
}
