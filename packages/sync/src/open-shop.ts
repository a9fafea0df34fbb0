import {
  type Connector,
  everything,
  type Host,
  isCommerceError,
  parseConfig,
  type ReadQuery,
  type ResourceName,
  type Resources,
  type ShopContext,
  UnsupportedError,
} from '@cartograph/core';

/** A shop read live: no database, no state. */
export interface OpenShop {
  readonly shop: ShopContext;
  /** The records of one resource, translated as they arrive. */
  records<Name extends ResourceName>(resource: Name, options?: LiveOptions): AsyncGenerator<Resources[Name]>;
}

export interface LiveOptions extends Partial<ReadQuery> {
  /** Called for a record that cannot be translated, in place of ending the reading with its error. */
  readonly onSetAside?: (error: Error) => void;
}

/** Opens a shop and checks its credentials. Throws a ConfigError or an AuthError that says what to fix. */
export async function openShop<Config>(connector: Connector<Config>, settings: Config, host: Host): Promise<OpenShop> {
  const session = connector.open(parseConfig(connector, settings), host);
  const shop = await session.check();
  return {
    shop,
    records: async function* <Name extends ResourceName>(resource: Name, { onSetAside, ...query }: LiveOptions = {}) {
      for (const stream of streamsFor(connector, resource)) {
        for await (const page of session.read(stream, { ...everything, ...query })) {
          for (const native of page.records) {
            try {
              for (const made of connector.normalize(native, shop)) {
                if (made.resource === resource) yield made.record as Resources[Name];
              }
            } catch (error) {
              if (!onSetAside || !isCommerceError(error) || error.recovery !== 'skip') throw error;
              onSetAside(error);
            }
          }
        }
      }
    },
  };
}

function streamsFor({ title, streams }: Pick<Connector, 'title' | 'streams'>, resource: ResourceName): string[] {
  const names = Object.keys(streams).filter(name => streams[name]?.yields.includes(resource));
  if (names.length === 0) throw new UnsupportedError(`${title} provides no ${resource}`, { resource });
  return names;
}
