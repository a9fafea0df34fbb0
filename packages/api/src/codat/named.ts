import { type DataType, dataTypes, platformKeyOf } from '@cartograph/codat';
import type { Connector } from '@cartograph/core';
import { CodatError } from './error.js';

/** Throws a CodatError where no platform has the key. */
export function connectorOf(connectors: readonly Connector[], key: string): Connector {
  const found = connectors.find(connector => platformKeyOf(connector) === key.toLowerCase());
  if (found) return found;
  throw new CodatError(404, `No integration was found with key ${key.slice(0, 20)}`);
}

/** Throws a CodatError for what is no data type of commerce. */
export function dataTypeOf(name: string): DataType {
  const found = dataTypes.find(dataType => dataType.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw new CodatError(404, `Datatype ${name.slice(0, 50)} not supported by platform(s)`);
}
