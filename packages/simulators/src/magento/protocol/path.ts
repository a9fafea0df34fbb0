import { type Scope, storeViews } from '../shop/stores.js';

/** Where a request goes: the scope of its store code, and the rest of its path from `/V1`. */
export interface Destined {
  readonly scope: Scope;
  readonly path: string;
}

/** Splits `{base}[/index.php]/rest[/{store code}]/V1/…`; null when no such route can be. */
export function readPath(pathname: string, basePath: string): Destined | null {
  if (!pathname.startsWith(`${basePath}/`)) return null;
  const parts = /^(?:\/index\.php)?\/rest(?:\/([^/]+))?(\/V1\/.*)$/.exec(pathname.slice(basePath.length));
  const [, code, path] = parts ?? [];
  if (path === undefined) return null;
  if (code === 'all') return { scope: null, path };
  const scope = storeViews.find(view => view.code === (code ?? 'default'));
  return scope ? { scope, path } : null;
}
