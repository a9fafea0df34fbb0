import { isResourceName, type ResourceName, resourceNames, UnsupportedError } from '@cartograph/core';

/** The resource of this name. Throws an UnsupportedError that lists the names there are. */
export function readResource(name: string): ResourceName {
  if (isResourceName(name)) return name;
  throw new UnsupportedError(`there is no resource "${name}"; there is ${resourceNames.join(', ')}`, {
    resource: name,
  });
}
