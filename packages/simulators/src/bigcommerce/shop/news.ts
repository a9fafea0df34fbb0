/** What is told of a happening: the event's scope without `store/`, and what it is about. */
export type Listener = (event: string, data: Readonly<Record<string, unknown>>) => void;

/** Everything that the shop would send a webhook for, as it happens. */
export interface News {
  tell: Listener;
  listen(listener: Listener): void;
}

export function createNews(): News {
  const listeners: Listener[] = [];
  return {
    tell: (event, data) => {
      for (const listener of listeners) listener(event, data);
    },
    listen: listener => {
      listeners.push(listener);
    },
  };
}
