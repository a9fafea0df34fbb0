/** What sellers can be told of, as the platform groups it. */
export const eventsByEntity = {
  Order: ['onOrderCreated', 'onOrderItemsStatusChanged'],
  Product: ['onProductCreated', 'onProductUpdated', 'onProductQcStatusChanged'],
  Feed: ['onFeedCreated', 'onFeedCompleted'],
  Return: ['onReturnStatusChanged'],
  Statistics: ['onStatisticsUpdated'],
} as const;

export type EventAlias = (typeof eventsByEntity)[keyof typeof eventsByEntity][number];

export const eventAliases: readonly EventAlias[] = Object.values(eventsByEntity).flat();

/** Tells whoever asked for it that something happened. Keys of a payload start with a capital. */
export type Tell = (alias: EventAlias, payload: Readonly<Record<string, unknown>>) => void;
