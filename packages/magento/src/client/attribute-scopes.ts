import type { MagentoCall } from './api.js';
import type { Lists } from './lists.js';

export type AttributeScope = 'global' | 'website' | 'store';

/** In which scope each attribute of products has its values. Asked for once and kept. */
export interface AttributeScopes {
  /** By the attribute’s code. */
  all(call?: MagentoCall): Promise<ReadonlyMap<string, AttributeScope>>;
  /** The codes of a scope: those of `website` differ between websites, of `store` between store views. */
  in(scope: AttributeScope, call?: MagentoCall): Promise<string[]>;
  /** Asks anew the next time. */
  forget(): void;
}

export function createAttributeScopes({ attributes }: Pick<Lists, 'attributes'>): AttributeScopes {
  let known: Promise<ReadonlyMap<string, AttributeScope>> | null = null;

  const read = async (call?: MagentoCall) => {
    const scopes = new Map<string, AttributeScope>();
    const fields = ['attribute_code', 'scope'];
    for await (const { attribute_code, scope } of attributes.iterate({ fields, pageSize: 1000 }, call))
      if (scope === 'global' || scope === 'website' || scope === 'store') scopes.set(String(attribute_code), scope);
    return scopes;
  };

  const all: AttributeScopes['all'] = call => {
    if (known !== null) return known;
    const coming = read(call);
    known = coming;
    // A failure is not kept.
    coming.catch(() => {
      if (known === coming) known = null;
    });
    return coming;
  };

  return {
    all,
    in: async (wanted, call) => [...(await all(call))].flatMap(([code, scope]) => (scope === wanted ? [code] : [])),
    forget: () => {
      known = null;
    },
  };
}
