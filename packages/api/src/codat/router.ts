import type { CodatRoute } from './call.js';
import { CodatError, invalid } from './error.js';

/** The route of a request. */
export interface Found {
  readonly route: CodatRoute;
  readonly path: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly route: CodatRoute;
  /** Words in lower case, and names of parameters in braces. */
  readonly parts: readonly string[];
}

const split = (path: string): readonly string[] => path.split('/').filter(part => part !== '');

/** Finds the route of a request; null where no route begins with its first word. Throws a CodatError where it leads nowhere. */
export function createRouter(routes: readonly CodatRoute[]): (request: Request) => Found | null {
  const patterns: readonly Pattern[] = routes.map(route => ({
    route,
    parts: split(route.path).map(part => (part.startsWith('{') ? part : part.toLowerCase())),
  }));
  const roots = new Set(patterns.map(({ parts }) => parts[0]));
  return ({ method, url }) => {
    const parts = split(new URL(url).pathname);
    if (!roots.has(parts[0]?.toLowerCase())) return null;
    const fitting = patterns.filter(pattern => fits(pattern, parts));
    const found = fitting.find(({ route }) => route.method === method);
    if (found) return { route: found.route, path: parametersOf(found, parts) };
    if (fitting.length === 0) throw new CodatError(404, 'There is nothing at this address');
    const allow = fitting.map(({ route }) => route.method).join(', ');
    throw new CodatError(405, `The method ${method} is not allowed here`, 'PublicApi', { allow });
  };
}

const fits = ({ parts }: Pattern, asked: readonly string[]): boolean =>
  parts.length === asked.length &&
  parts.every((part, index) => part.startsWith('{') || part === asked[index]?.toLowerCase());

const parametersOf = ({ parts }: Pattern, asked: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    parts.flatMap((part, index) => (part.startsWith('{') ? [[part.slice(1, -1), decode(asked[index] ?? '')]] : [])),
  );

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid('the path is not encoded as a URL');
  }
}
