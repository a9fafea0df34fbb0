import {
  absenceOf,
  type Connection,
  type Connector,
  type Instant,
  type ResourceName,
  type Storage,
} from '@cartograph/core';

/** By connection: everything that happened in the shop before this is in the answer; null where it was never read to its end. */
export type CompleteThrough = Readonly<Record<string, Instant | null>>;

type World = { readonly storage: Storage; readonly connectors: readonly Connector[] };

/** Of one resource, or of everything that a connection reads. */
export async function completeThrough(
  { storage, connectors }: World,
  connections: readonly Connection[],
  resource: ResourceName | null,
): Promise<CompleteThrough> {
  const found: Record<string, Instant | null> = {};
  for (const { id, platform } of connections) {
    const streams = connectors.find(connector => connector.id === platform)?.streams ?? {};
    const feeding = Object.keys(streams).filter(name => resource === null || streams[name]?.yields.includes(resource));
    const checkpoints = await storage.checkpoints(id);
    found[id] = earliest(feeding.map(stream => checkpoints.get(stream)?.mark ?? null));
  }
  return found;
}

function earliest(marks: readonly (Instant | null)[]): Instant | null {
  const known = marks.filter(mark => mark !== null);
  if (known.length < marks.length) return null;
  return known.toSorted((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
}

/** By connection, the reason why its platform has none of a resource: so that nothing looks like zero. */
export function notProvided(
  connectors: readonly Connector[],
  connections: readonly Connection[],
  resource: ResourceName,
): Readonly<Record<string, string>> {
  const reasons = connections.flatMap(({ id, platform }) => {
    const coverage = connectors.find(connector => connector.id === platform)?.coverage[resource];
    const reason = coverage ? absenceOf(coverage) : `there is no connector for ${platform}`;
    return reason === null ? [] : [[id, reason] as const];
  });
  return Object.fromEntries(reasons);
}
