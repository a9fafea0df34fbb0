import {
  type DataType,
  platformKeyOf,
  type SupplementalData,
  sourceOf,
  supplementalDataSchema,
  supplementOf,
} from '@cartograph/codat';
import type { Connection, Connector, Storage } from '@cartograph/core';

const kind = 'codat supplemental data';
const idOf = (connector: Connector, { name }: DataType): string => `${platformKeyOf(connector)}/${name}`;

const nothing: SupplementalData = supplementalDataSchema.parse({});

/** What of a platform's own properties clients asked to be told beside a data type. */
export async function readSupplements(
  storage: Storage,
  connector: Connector,
  dataType: DataType,
): Promise<SupplementalData> {
  const entry = await storage.entry(kind, idOf(connector, dataType));
  return entry === null ? nothing : JSON.parse(entry.body);
}

export const saveSupplements = (
  storage: Storage,
  connector: Connector,
  dataType: DataType,
  wanted: SupplementalData,
): Promise<void> => storage.saveEntry({ kind, id: idOf(connector, dataType), body: JSON.stringify(wanted) });

interface Body {
  readonly id?: string;
  /** What a company has in the place of an id. */
  readonly commercePlatformRef?: string;
  readonly metadata?: { readonly isDeleted: boolean };
}

/** The documents, a JSON list, with what was asked for beside them. What is gone at the source gets nothing. */
export async function supplement(
  storage: Storage,
  { connector, stored }: { readonly connector: Connector; readonly stored: Pick<Connection, 'id'> },
  dataType: DataType,
  documents: Uint8Array,
): Promise<Uint8Array> {
  const wanted = await readSupplements(storage, connector, dataType);
  if (Object.keys(wanted.supplementalDataConfig).length === 0) return documents;
  const bodies: Body[] = JSON.parse(Buffer.from(documents).toString());
  const added = bodies.map(async body => {
    if (body.metadata?.isDeleted) return body;
    const { resource, id } = sourceOf(dataType.resources, body.id ?? body.commercePlatformRef ?? '');
    const native = await storage.nativeOf(stored.id, resource, id);
    return native === null ? body : { ...body, supplementalData: supplementOf(wanted, native.body) };
  });
  return Buffer.from(JSON.stringify(await Promise.all(added)));
}
