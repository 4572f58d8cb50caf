import type { Severity } from './finding';

/** How much a value weighs, by what it may tell of a person. */
export interface Weight {
  readonly severity: Severity;
  readonly identifying: boolean;
}

export const STOP: Weight = { severity: 'stop', identifying: true };
export const CHECK: Weight = { severity: 'check', identifying: true };
export const NOTE: Weight = { severity: 'note', identifying: false };
