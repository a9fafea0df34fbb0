import type { Throttle } from './throttle.js';
import type { HttpAnswer } from './types.js';

/** The platform answered with a status that is no success. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** A page for people where the API speaks JSON: it comes of what stands in front of the platform. */
  readonly page: boolean;
  /** It begins as JSON does and breaks off, so that why it was refused may be lost. */
  readonly truncated: boolean;
  /** Set where the platform certainly did nothing and wants us to wait: everyone who shares its quota is paused. */
  readonly throttle: Throttle | null;
  readonly signed: Request;
}

/** A 403 that is a page was sent by a firewall: it says nothing about the credentials. */
export const isBlocked = ({ status, page }: Refused): boolean => status === 403 && page;

/** An answer that does not tell what the platform decided: a page for people, or a refusal that breaks off before its reason. */
export const isUnclear = (failed: Failed): boolean =>
  failed.kind === 'refused'
    ? isBlocked(failed) || (failed.truncated && failed.status < 500 && failed.throttle === null)
    : failed.kind === 'garbled' && !failed.truncated;

/** A success whose body is no JSON. */
export interface Garbled {
  readonly kind: 'garbled';
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
  /** It begins as JSON does, so that the rest may have been lost on the way. */
  readonly truncated: boolean;
}

/** No answer, or not all of it. */
export interface Silent {
  readonly kind: 'silent';
  readonly timedOut: boolean;
  readonly cause: unknown;
}

/** Not sent: the budget has no place in time. */
export interface Starved {
  readonly kind: 'starved';
  readonly waitMs: number;
}

export type Failed = (Refused | Garbled | Silent | Starved) & {
  /** What the request carried and no message may show. */
  readonly secrets: readonly string[];
};

/** Null where no answer came. */
export const statusOf = (outcome: Outcome): number | null => {
  if (outcome.kind === 'answered') return outcome.answer.status;
  return 'status' in outcome ? outcome.status : null;
};

/** How one attempt ended. */
export type Outcome = { readonly kind: 'answered'; readonly answer: HttpAnswer } | Failed;
