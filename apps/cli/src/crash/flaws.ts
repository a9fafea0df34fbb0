import type { PageCommit, Storage } from '@cartograph/core';

/** Stores that are safe as long as nothing dies: they prove that deaths are noticed. */
export const flaws = {
  'the checkpoint is written before its page': storage => ({
    ...storage,
    async commit(page) {
      const { natives, setAside, gone, shape, run, ...checkpoint } = page;
      await storage.commit({ ...checkpoint, natives: [], setAside: [] });
      return storage.commit(page);
    },
  }),

  'the certificate is written after its page': storage => ({
    ...storage,
    async commit({ run, ...page }: PageCommit) {
      const result = await storage.commit(page);
      if (run) await storage.saveRun(run(result));
      return result;
    },
  }),
} as const satisfies Readonly<Record<string, (storage: Storage) => Storage>>;

export type Flaw = keyof typeof flaws;
