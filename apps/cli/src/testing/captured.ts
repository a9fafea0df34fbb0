import type { Output } from '../shell.js';

/** An output that remembers what was written to it. */
export interface Captured extends Output {
  text(): string;
}

export function createCaptured(asSeen: Pick<Output, 'isTTY' | 'columns'> = {}): Captured {
  const written: string[] = [];
  return { ...asSeen, write: text => written.push(text), text: () => written.join('') };
}
