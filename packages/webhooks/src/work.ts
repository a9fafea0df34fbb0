import { randomUUID } from 'node:crypto';
import { type EntryWrite, isCommerceError } from '@cartograph/core';
import { again } from './again.js';
import { attempt } from './attempt.js';
import { findConsumer, type Known, toEntry } from './consumer.js';
import { type Attempt, type Delivery, deliveryAt, logEntry } from './delivery.js';
import type { Draft, Format } from './format.js';
import { nextMessage } from './next-message.js';
import type { Position } from './position.js';
import type { WebhookServices } from './services.js';
import { settle } from './settle.js';
import { signed } from './signed.js';
import {
  type DeliveryState,
  type Head,
  isClaimedByAnother,
  type KnownState,
  newState,
  readState,
  stateEntry,
  stateName,
} from './state.js';

/** Longer than an attempt and what is written about it. A process that died is waited for so long. */
const claimMs = 60_000;

/** How work is ended: `soon` lets what is under way come to its end, `now` does not. */
export interface Ending {
  readonly soon: AbortSignal;
  readonly now: AbortSignal;
}

/** Tells one consumer all that is due, message by message, until there is nothing or it fails. */
export class Work {
  readonly #services: WebhookServices;
  readonly #owner: string;
  readonly #id: string;
  readonly #ending: Ending;

  constructor(services: WebhookServices, owner: string, id: string, ending: Ending) {
    this.#services = services;
    this.#owner = owner;
    this.#id = id;
    this.#ending = ending;
  }

  /** Whoever else writes the same meanwhile is left to it: what was not confirmed is told again. */
  async run(): Promise<void> {
    try {
      while (await this.#turn());
    } catch (error) {
      if (isCommerceError(error) && error.code === 'conflict') return;
      if (!this.#ending.soon.aborted) throw error;
      await this.#release();
    }
  }

  /** False where nothing is to be done now. */
  async #turn(): Promise<boolean> {
    const { storage, host, formats } = this.#services;
    this.#ending.soon.throwIfAborted();
    const known = await findConsumer(storage, Object.keys(formats), this.#id);
    const format = known && formats[known.consumer.format];
    if (!known || !format || known.consumer.disabled) return false;
    const stored = await readState(storage, this.#id);
    if (stored === null) {
      const state = await newState(storage);
      await storage.writeEntries({
        expect: [{ ...stateName(this.#id), body: null }],
        put: [stateEntry(this.#id, state)],
      });
      return true;
    }
    if (isClaimedByAnother(stored.state, this.#owner, host.now())) return false;
    const { head } = stored.state;
    if (head === null) return this.#prepare(known, stored, format);
    if (Date.parse(head.dueAt) <= host.now().getTime()) return this.#attempt(stored, head);
    return this.#rest(stored);
  }

  /** The message is written down before it is sent, so that it is the same whoever sends it. */
  async #prepare({ consumer }: Known, stored: KnownState, format: Format): Promise<boolean> {
    const { storage, companies } = this.#services;
    const { state } = stored;
    const { draft, after } = await nextMessage(
      storage,
      consumer,
      { format, companies: await companies() },
      state.position,
    );
    if (draft !== null) await this.#write(stored, this.#begun(state, draft, after));
    else if (hasMoved(state.position, after)) await this.#write(stored, { state: { ...state, position: after } });
    else return this.#rest(stored);
    return true;
  }

  #begun(state: DeliveryState, draft: Draft, after: Position): { state: DeliveryState } & EntryWrite {
    const id = randomUUID();
    const at = this.#services.host.now().toISOString();
    const delivery: Delivery = {
      ...{ id, type: draft.type, body: JSON.stringify(draft.body(id)), status: 'pending', madeAt: at },
      ...{ nextAttemptAt: at, position: state.position, attempts: [] },
    };
    return {
      state: { ...state, made: state.made + 1, head: { place: state.made, after, dueAt: at, failures: 0 } },
      put: [logEntry(this.#id, state.made, delivery)],
    };
  }

  async #attempt(stored: KnownState, head: Head): Promise<boolean> {
    const { storage, host } = this.#services;
    const delivery = await deliveryAt(storage, this.#id, head.place);
    if (delivery === null) throw new TypeError(`the message of webhook ${this.#id} is gone from the log`);
    const claimed = this.#holds(stored) ? stored : await this.#write(stored, { state: stored.state });
    const consumer = await signed(this.#services, this.#id);
    if (consumer === null) return false;
    const made = await attempt(this.#services, consumer, delivery, this.#ending.now);
    const fields = { webhookId: this.#id, messageId: delivery.id, status: made.status, error: made.error };
    host.logger[made.error === null ? 'debug' : 'warn'](fields, 'a webhook message was sent');
    await again(async times => {
      const latest = times === 1 ? claimed : await readState(storage, this.#id);
      // By now somebody may have begun anew elsewhere, or taken the consumer away.
      if (latest?.state.head?.place === head.place) await this.#settle(latest, latest.state.head, delivery, made);
    });
    return true;
  }

  /** Writes down what came of an attempt. */
  async #settle(stored: KnownState, head: Head, delivery: Delivery, made: Attempt): Promise<void> {
    const { storage, host, formats } = this.#services;
    const { state, delivery: logged, disabledBecause } = settle(stored.state, head, delivery, made, host.now());
    const put = [logEntry(this.#id, head.place, logged)];
    const known = disabledBecause === null ? null : await findConsumer(storage, Object.keys(formats), this.#id);
    if (known === null) return void (await this.#write(stored, { state, put }));
    put.push(toEntry({ ...known.consumer, disabled: true, disabledBecause }));
    await this.#write(stored, { state, put, expect: [known.entry] });
    host.logger.error({ webhookId: this.#id, reason: disabledBecause }, 'a webhook consumer is disabled');
  }

  /** Whether the claim lasts for an attempt. */
  #holds({ state: { claim } }: KnownState): boolean {
    const leftMs = claim === null ? 0 : Date.parse(claim.until) - this.#services.host.now().getTime();
    return claim?.owner === this.#owner && leftMs >= claimMs / 2;
  }

  /** Every write renews the claim. */
  async #write(stored: KnownState, write: { readonly state: DeliveryState } & EntryWrite): Promise<KnownState> {
    const until = new Date(this.#services.host.now().getTime() + claimMs).toISOString();
    return this.#replace(stored, { ...write, state: { ...write.state, claim: { owner: this.#owner, until } } });
  }

  async #replace(
    stored: KnownState,
    { state, expect = [], put = [] }: { readonly state: DeliveryState } & EntryWrite,
  ): Promise<KnownState> {
    const entry = stateEntry(this.#id, state);
    await this.#services.storage.writeEntries({ expect: [stored.entry, ...expect], put: [...put, entry] });
    return { state, entry };
  }

  async #rest(stored: KnownState): Promise<boolean> {
    if (stored.state.claim !== null) await this.#replace(stored, { state: { ...stored.state, claim: null } });
    return false;
  }

  /** Stopped in the middle of an attempt: whoever comes next need not wait. */
  async #release(): Promise<void> {
    const stored = await readState(this.#services.storage, this.#id);
    if (stored?.state.claim?.owner === this.#owner) await this.#rest(stored).catch(() => false);
  }
}

const hasMoved = (before: Position, after: Position): boolean =>
  before.change !== after.change || before.event !== after.event || before.part !== after.part;
