import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly propertyEffort: number;
  }
}

/** How many times as many runs as by default a property test makes. */
export const effort = inject('propertyEffort');
