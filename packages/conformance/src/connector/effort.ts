declare module 'vitest' {
  interface ProvidedContext {
    /** Multiplies the runs of property tests. */
    readonly propertyEffort: number;
  }
}

export {};
