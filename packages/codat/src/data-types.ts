import { absenceOf, type Connector } from '@cartograph/core';
import { type ProjectedResource, projectedResources, projections } from './projection/projections.js';
import type { CommercePath } from './schemas/commerce.js';

/** A kind of data as Codat counts them: one list, which may have several resources of the model in it. */
export interface DataType {
  /** As syncs name it. */
  readonly name: string;
  /** As it is asked for. */
  readonly path: CommercePath;
  readonly resources: readonly ProjectedResource[];
}

export const dataTypes: readonly DataType[] = [...new Set(projectedResources.map(name => projections[name].path))].map(
  path => {
    const resources = projectedResources.filter(name => projections[name].path === path);
    return { name: resources.map(name => projections[name].dataType)[0] ?? path, path, resources };
  },
);

/** The streams that a connector's data of the type comes from; none where its platform does not provide it. */
export function streamsOf({ coverage, streams }: Connector, { resources }: DataType): readonly string[] {
  const provided = resources.filter(name => absenceOf(coverage[name]) === null);
  return Object.keys(streams).filter(name => provided.some(resource => streams[name]?.yields.includes(resource)));
}
