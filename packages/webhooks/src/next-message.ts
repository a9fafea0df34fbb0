import type { Change, Storage, StoreEvent } from '@cartograph/core';
import type { Consumer } from './consumer.js';
import type { Companies, Draft, Format } from './format.js';
import type { Position } from './position.js';
import { recordTypeOf, recordTypes } from './record-types.js';
import { type Wants, wantsOf } from './wants.js';

/** Changes that one message tells of at most. */
export const mostChanges = 100;

/** What is looked at before others have their turn: changes of the feed, and events. */
const mostLooked = { changes: 5000, events: 250 };

/** A message, or null where there was none up to `after`. */
export interface Step {
  readonly draft: Draft | null;
  /** Where the consumer is once it has the message. */
  readonly after: Position;
}

/** What the consumer is to be told next. Events come after the changes that came before them. */
export async function nextMessage(
  storage: Storage,
  consumer: Consumer,
  { format, companies }: { readonly format: Format; readonly companies: Companies },
  from: Position,
): Promise<Step> {
  const wants = wantsOf(consumer, companies);
  // Read before the events: an event that came before one of these changes is among those.
  const end = await storage.lastSequence();
  let position = from;
  let looked = 0;
  for await (const event of storage.events({ since: from.event, limit: mostLooked.events })) {
    const before = await nextChanges(storage, wants, format, position, event.changes);
    looked += before.after.change - position.change;
    position = before.after;
    if (before.draft || position.change < event.changes) return before;
    const drafts = wants.event(event) ? await format.ofEvent(event, consumer) : [];
    const told = nextPart(wants, drafts, event, position);
    if (told.draft || looked > mostLooked.changes) return told;
    position = told.after;
  }
  if (position.event - from.event === mostLooked.events) return { draft: null, after: position };
  return nextChanges(storage, wants, format, position, end);
}

/** Changes of one type that follow each other, of those that come up to `end`. */
async function nextChanges(
  storage: Storage,
  wants: Wants,
  { ofChanges }: Format,
  position: Position,
  end: number,
): Promise<Step> {
  const at = (change: number): Position => ({ ...position, change });
  if (end <= position.change) return { draft: null, after: position };
  if (ofChanges === null || !recordTypes.some(wants.type)) return { draft: null, after: at(end) };
  const told: Change[] = [];
  const limit = Math.min(mostLooked.changes, end - position.change);
  let last = position.change;
  for await (const change of storage.changes({ since: position.change, limit })) {
    const wanted = wants.change(change);
    if (wanted && told[0] && recordTypeOf[told[0].kind] !== recordTypeOf[change.kind]) break;
    if (wanted) told.push(change);
    last = change.sequence;
    if (told.length === mostChanges) break;
  }
  const [first] = told;
  return { draft: first ? ofChanges(recordTypeOf[first.kind], told) : null, after: at(last) };
}

function nextPart(wants: Wants, drafts: readonly Draft[], event: StoreEvent, position: Position): Step {
  for (let part = position.part; part < drafts.length; part++) {
    const draft = drafts[part];
    if (!draft || !wants.type(draft.type)) continue;
    const isLast = part === drafts.length - 1;
    return { draft, after: isLast ? passed(event, position) : { ...position, part: part + 1 } };
  }
  return { draft: null, after: passed(event, position) };
}

const passed = ({ sequence }: StoreEvent, position: Position): Position => ({ ...position, event: sequence, part: 0 });
