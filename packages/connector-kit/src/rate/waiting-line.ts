/** The wait for a place would be longer than the caller has time for. */
export class WaitTooLong extends Error {
  constructor(readonly waitMs: number) {
    super(`no request is free for ${Math.ceil(waitMs / 1000)} s`);
  }
}

interface Waiter {
  readonly enter: () => void;
  readonly refuse: (reason: unknown) => void;
  /** Host milliseconds after which waiting makes no sense to the caller. */
  readonly patientUntil: number;
}

/** Callers that wait for a place, served in the order in which they came. */
export interface WaitingLine {
  readonly empty: boolean;
  join(patientUntil: number, signal: AbortSignal | undefined): Promise<void>;
  /** Lets the first one in. */
  admit(): void;
  /** Sends away everyone who cannot wait until `readyAt`. */
  dismiss(now: number, readyAt: number): void;
  refuseAll(reason: unknown): void;
}

export function createWaitingLine(): WaitingLine {
  let line: Waiter[] = [];
  return {
    get empty() {
      return line.length === 0;
    },
    join: (patientUntil, signal) =>
      new Promise((resolve, reject) => {
        const leave = () => {
          line = line.filter(other => other !== waiter);
          reject(signal?.reason);
        };
        const settled = <Value>(settle: (value: Value) => void) => {
          return (value: Value) => {
            signal?.removeEventListener('abort', leave);
            settle(value);
          };
        };
        const waiter: Waiter = { enter: settled<void>(resolve), refuse: settled(reject), patientUntil };
        signal?.addEventListener('abort', leave, { once: true });
        line.push(waiter);
      }),
    admit() {
      line.shift()?.enter();
    },
    dismiss(now, readyAt) {
      const impatient = line.filter(waiter => waiter.patientUntil < readyAt);
      line = line.filter(waiter => waiter.patientUntil >= readyAt);
      for (const waiter of impatient) waiter.refuse(new WaitTooLong(readyAt - now));
    },
    refuseAll(reason) {
      for (const waiter of line.splice(0)) waiter.refuse(reason);
    },
  };
}
