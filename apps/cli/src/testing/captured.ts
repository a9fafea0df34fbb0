import type { Output } from '../shell.js';

/** An output that remembers what was written to it. */
export interface Captured extends Output {
  text(): string;
  /** The text as soon as the words were written. */
  said(words: string): Promise<string>;
}

export function createCaptured(asSeen: Pick<Output, 'isTTY' | 'columns'> = {}): Captured {
  let text = '';
  const waiting = new Set<() => void>();
  return {
    ...asSeen,
    write: more => {
      text += more;
      for (const look of waiting) look();
    },
    text: () => text,
    said: words =>
      new Promise(resolve => {
        const look = () => {
          if (!text.includes(words)) return;
          waiting.delete(look);
          resolve(text);
        };
        waiting.add(look);
        look();
      }),
  };
}
