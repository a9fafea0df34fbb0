type Change = (body: unknown) => unknown;

/** Remembers which records a test wants to see spoiled, and spoils them wherever they are served. */
export interface Tampering {
  set(collection: string, id: string, change: Change): void;
  has(collection: string, id: number | string): boolean;
  serve(collection: string, id: number | string, body: unknown): unknown;
}

export function createTampering(): Tampering {
  const changes = new Map<string, Change>();
  return {
    set: (collection, id, change) => {
      changes.set(`${collection}/${id}`, change);
    },
    has: (collection, id) => changes.has(`${collection}/${id}`),
    serve: (collection, id, body) => {
      const change = changes.size > 0 ? changes.get(`${collection}/${id}`) : undefined;
      return change ? change(body) : body;
    },
  };
}
