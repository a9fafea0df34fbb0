import PQueue from 'p-queue';
import type { Enqueue } from './call.js';
import type { Outcome } from './outcome.js';

/** Answers after which one more request goes at a time, up to what was not refused. */
const answersToGrow = 20;
/** Answers after which more is tried than what was refused: the place may have been taken by others. */
const answersToTry = 500;

/** A 429 that says nothing of time may be about requests at the same time. */
const meansTooMany = (outcome: Outcome): boolean => outcome.kind === 'refused' && outcome.throttle?.asked === false;

/**
 * Lets so many requests go at the same time. Where the platform refuses some without a word, it is half as many at once,
 * then again more, but for long no more than were refused.
 */
export function createRoom(most: number): Enqueue {
  const queue = new PQueue({ concurrency: most });
  let ceiling = most;
  let answered = 0;
  let shrunk = 0;

  const shrink = () => {
    // Alone it was refused for something else.
    if (queue.pending === 1) return;
    ceiling = queue.pending - 1;
    queue.concurrency = Math.floor(queue.pending / 2);
    answered = 0;
    shrunk += 1;
  };

  const grow = () => {
    answered += 1;
    if (answered % answersToTry === 0) ceiling = Math.min(most, ceiling + 1);
    if (answered % answersToGrow === 0) queue.concurrency = Math.min(ceiling, queue.concurrency + 1);
  };

  return (task, signal) =>
    queue.add(async () => {
      const before = shrunk;
      const outcome = await task();
      // Those that went out before a refusal may be refused for the same reason, and tell nothing new.
      if (meansTooMany(outcome) && before === shrunk) shrink();
      else if (outcome.kind === 'answered') grow();
      return outcome;
    }, signal && { signal });
}
