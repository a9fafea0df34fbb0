import { type Connector, coveredFields, type Provision, type ResourceName } from '@cartograph/core';

/** How many fields of a resource a connector fills in which way; 0 each where it has none of it. */
export function countsOf({ coverage }: Connector, resource: ResourceName): Readonly<Record<Provision['kind'], number>> {
  const counts = { provided: 0, derived: 0, absent: 0 };
  for (const { kind } of Object.values(coveredFields(coverage[resource]))) counts[kind] += 1;
  return counts;
}
