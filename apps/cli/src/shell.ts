/**
 * What stands around a command: the parts of `process` that it uses. Handed in, so that a command can also run inside
 * another program, with streams of its own.
 */
export interface Shell {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: NodeJS.ProcessEnv;
  exitCode?: number | string | null | undefined;
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  /** Ends at once; only a second Ctrl-C asks for it. */
  exit(code: number): void;
}

export interface Output {
  write(text: string): unknown;
  /** Whether a person watches: a line may then be replaced by the next. */
  readonly isTTY?: boolean;
  readonly columns?: number;
}
