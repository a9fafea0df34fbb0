import { type Scope, storeViews } from '../shop/stores.js';

/** Where a request goes: the scope of its store code, and the rest of its path from `/V1`. */
export interface Destined {
  readonly scope: Scope;
  readonly path: string;
  /** Whether the request is done at once, queued, or queues each of a list. */
  readonly mode: 'sync' | 'async' | 'bulk';
}

const pattern = /^(?:\/index\.php)?\/rest(?:\/(?!async\/)([^/]+))?(\/async(?:\/bulk)?)?(\/V1\/.*)$/;

/** Splits `{base}[/index.php]/rest[/{store code}][/async[/bulk]]/V1/…`; null when no such route can be. */
export function readPath(pathname: string, basePath: string): Destined | null {
  if (!pathname.startsWith(`${basePath}/`)) return null;
  const parts = pattern.exec(pathname.slice(basePath.length));
  const [, code, queue, path] = parts ?? [];
  if (path === undefined) return null;
  const mode = queue === undefined ? 'sync' : queue === '/async' ? 'async' : 'bulk';
  if (code === 'all') return { scope: null, path, mode };
  const scope = storeViews.find(view => view.code === (code ?? 'default'));
  return scope ? { scope, path, mode } : null;
}
