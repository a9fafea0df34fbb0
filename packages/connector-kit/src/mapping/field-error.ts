/** A row of a mapper failed. `path` grows on the way out: `unitPrice`, then `lines[1].unitPrice`. */
export class FieldError extends Error {
  readonly path: string;

  constructor(path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
  }

  /** The same failure, seen from the record around it. */
  static within(prefix: string, cause: unknown): FieldError {
    if (cause instanceof FieldError) {
      const joint = cause.path === '' || cause.path.startsWith('[') ? '' : '.';
      return new FieldError(`${prefix}${joint}${cause.path}`, cause.message, { cause: cause.cause });
    }
    return new FieldError(prefix, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
