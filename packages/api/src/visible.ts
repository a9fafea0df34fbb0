import type { ApiKey, Connection, Storage } from '@cartograph/core';
import { names, type Parameter } from './http/parameters.js';
import { invalid, Problem } from './http/problem.js';
import type { Call } from './route.js';

/** The connections that a key may see. */
export async function visibleTo(
  { connections }: Pick<ApiKey, 'connections'>,
  storage: Storage,
): Promise<readonly Connection[]> {
  const all = await storage.connections();
  return connections === null ? all : all.filter(({ id }) => connections.includes(id));
}

export const connectionParameter: Parameter<readonly string[] | null> = names(
  'Only these connections, with commas between them; all that the key may see when left out.',
);

/** Those of the parameter, or all. Throws a Problem for one that is not there, or that the key may not see. */
export function chooseConnections({ connections }: Call, wanted: readonly string[] | null): readonly Connection[] {
  if (wanted === null) return connections;
  const known = connections.map(({ id }) => id);
  const unknown = wanted.find(id => !known.includes(id));
  if (unknown !== undefined) throw invalid('connection', `knows no "${unknown.slice(0, 100)}"`, known);
  return connections.filter(({ id }) => wanted.includes(id));
}

/** The one in the path. Throws a Problem where it is not there, or the key may not see it. */
export function pathConnection({ connections, path }: Call, name: string): Connection {
  const found = connections.find(({ id }) => id === path[name]);
  if (found) return found;
  throw new Problem('not-found', `There is no connection "${(path[name] ?? '').slice(0, 100)}"`, {
    parameter: name,
    allowed: connections.map(({ id }) => id),
  });
}
