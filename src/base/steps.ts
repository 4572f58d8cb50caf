/** What can be undone and redone, as the steps that would do it. */
export interface Steps<Step> {
  /** The last change last. */
  readonly past: readonly Step[];
  /** What was undone, the next to redo last. */
  readonly future: readonly Step[];
}

/** After a change that `undoing` takes back; of more than `most` changes the first are forgotten. */
export function addStep<Step>({ past }: Steps<Step>, undoing: Step, most: number): Steps<Step> {
  return { past: [...past, undoing].slice(-most), future: [] };
}

/** The next step to undo (`past`) or to redo (`future`), and the steps once it is taken; null where there is none. */
export function takeStep<Step>(
  steps: Steps<Step>,
  from: keyof Steps<Step>,
  inverseOf: (step: Step) => Step,
): { readonly step: Step; readonly steps: Steps<Step> } | null {
  const step = steps[from].at(-1);
  if (step === undefined) return null;
  const left = steps[from].slice(0, -1);
  const inverse = inverseOf(step);
  return from === 'past'
    ? { step, steps: { past: left, future: [...steps.future, inverse] } }
    : { step, steps: { past: [...steps.past, inverse], future: left } };
}
