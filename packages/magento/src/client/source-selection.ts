import { checkInput, input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { id, positive, sku, words } from '../input/values.js';
import { fields } from '../native/fields.js';
import { flagScalar, list, scalar } from '../native/loose.js';
import { type Api, type MagentoCall, type Raw, recordSchema, whole } from './api.js';

const algorithmSchema = z.object(fields(scalar, 'code title description'));
const selectionSchema = z.object({
  shippable: flagScalar,
  source_selection_items: list(z.object(fields(scalar, 'source_code sku qty_to_deduct qty_available'))),
});

const requestInput = input({
  stockId: id,
  items: z.array(input({ sku, qty: positive })).min(1),
  extensionAttributes: z.looseObject({}).optional(),
});

/** From which sources an order would be shipped. */
export interface SourceSelection {
  readonly sourceSelection: {
    algorithms(call?: MagentoCall): Promise<Raw<z.output<typeof algorithmSchema>>[]>;
    /** `priority` goes by the order of the stock’s sources, `distance` by the address in the extension attributes. */
    select(
      request: z.input<typeof requestInput>,
      algorithm?: string,
      call?: MagentoCall,
    ): Promise<Raw<z.output<typeof selectionSchema>>>;
  };
}

export function createSourceSelection(api: Api): SourceSelection {
  const algorithms = api.checks('inventory.sourceSelection', algorithmSchema);
  const selections = api.checks('inventory.sourceSelection.select', selectionSchema);
  return {
    sourceSelection: {
      algorithms: call => whole(api, algorithms, 'V1/inventory/source-selection-algorithm-list', call),
      select: async (given, algorithm = 'priority', call) => {
        const inventoryRequest = checkInput('inventory.sourceSelection.select', requestInput, given);
        const json = { inventoryRequest, algorithmCode: checkInput('algorithm', words, algorithm) };
        const path = 'V1/inventory/source-selection-algorithm-result';
        const found = await api.request('POST', path, { json, schema: recordSchema }, { idempotent: true, ...call });
        return selections.one(found) as Raw<z.output<typeof selectionSchema>>;
      },
    },
  };
}
