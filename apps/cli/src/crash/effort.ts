declare module 'vitest' {
  interface ProvidedContext {
    /** 1 by default; more makes long tests longer. */
    readonly propertyEffort: number;
  }
}

export {};
