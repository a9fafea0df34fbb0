import type { Output } from '../shell.js';

/** Where a command speaks: results on standard output, everything said along the way on standard error. */
export interface Terminal {
  readonly json: boolean;
  print(text: string): void;
  /** The result as one JSON object on a line of its own. */
  printJson(value: unknown): void;
  say(text: string): void;
  /** A line that the next one replaces, where the terminal can; elsewhere only now and then. */
  progress(text: string): void;
}

const quietMs = 2_000;

export function createTerminal(json: boolean, stdout: Output, stderr: Output, now = Date.now): Terminal {
  let open = false;
  let last = Number.NEGATIVE_INFINITY;
  const close = () => {
    if (open) stderr.write('\r\x1b[K');
    open = false;
  };
  return {
    json,
    print: text => {
      close();
      stdout.write(`${text}\n`);
    },
    printJson: value => {
      close();
      stdout.write(`${JSON.stringify(value)}\n`);
    },
    say: text => {
      close();
      stderr.write(`${text}\n`);
    },
    progress: text => {
      if (stderr.isTTY) {
        stderr.write(`\r\x1b[K${text.slice(0, (stderr.columns ?? 80) - 1)}`);
        open = true;
      } else if (now() - last >= quietMs) {
        last = now();
        stderr.write(`${text}\n`);
      }
    },
  };
}
