import { groupBy } from '../../base/group-by';
import type { FileId } from '../../base/ids';
import { uidName } from '../../dicom/uids';
import type { Check } from '../check';
import { isDeviationOfMeta } from '../deviation-of-meta';
import type { Finding } from '../finding';
import type { HeldValue } from '../held/held-value';
import type { ReviewInput } from '../review-input';
import { RETIRED_UIDS } from '../tables/retired-uids';
import { valueError } from '../value-error';

/**
 * Transfer syntaxes and SOP classes that PS3.6 Annex A has as retired; what stands before the data set and is not as
 * PS3.10 7.1 has it; and values that are not as their VR asks (PS3.5 6.2), each kind of error once for each attribute,
 * however many values have it.
 */
export const retiredCheck: Check = {
  id: 'retired',
  find: (input) => [...retiredUids(input), ...metaDeviations(input), ...valueErrors(input)],
};

const TRANSFER_SYNTAX_UID = '00020010';
const SOP_CLASS_UID = '00080016';
const ROOT = '1.2.840.10008.';
const RETIRED = new Set(RETIRED_UIDS.split(' ').map((uid) => ROOT + uid));

function retiredUids({ values }: ReviewInput): readonly Finding[] {
  return values.all.flatMap((held) => {
    const { path } = held.place;
    if ((path !== TRANSFER_SYNTAX_UID && path !== SOP_CLASS_UID) || !RETIRED.has(held.text)) return [];
    const what = path === SOP_CLASS_UID ? 'SOP class' : 'transfer syntax';
    return [note(held.text, `The ${what} ${uidName(held.text)} is retired.`, { held })];
  });
}

function metaDeviations({ files }: ReviewInput): readonly Finding[] {
  const deviations = files.flatMap(({ file, problems }) =>
    problems.filter(isDeviationOfMeta).map(({ detail }) => ({ file, ...detail })),
  );
  return [...groupBy(deviations, ({ reason }) => reason)].map(([reason, group]) =>
    note('', `The start of the file is not as PS3.10 has it: ${reason}.`, {
      files: group.map(({ file }): FileId => file),
    }),
  );
}

function valueErrors({ values }: ReviewInput): readonly Finding[] {
  const wrong = values.all.flatMap((held) => {
    const error = held.place.kind === null ? valueError(held.place.vr, held.text) : null;
    return error === null ? [] : [{ held, error }];
  });
  const groups = groupBy(wrong, ({ held: { place }, error }) =>
    [place.path, place.creator, error].join('\n'),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { held, error } = first;
    const others = group.length - 1;
    const more =
      others === 0 ? '' : `, as ${others === 1 ? 'is another value' : `are ${others} other values`} here`;
    return [
      note(
        held.text,
        `The value is ${error}${more}.`,
        placeOf(
          group.map((one) => one.held),
          values,
        ),
      ),
    ];
  });
}

function placeOf(held: readonly HeldValue[], values: ReviewInput['values']): Finding['place'] {
  const [first] = held;
  if (first !== undefined && held.length === 1) return { held: first };
  const files = [...new Set(held.flatMap((one) => values.filesOf(one)))];
  const placed = files[0] === undefined ? [] : values.ofFile(files[0]);
  return { files, path: placed.find(({ value }) => value.id === first?.id)?.path ?? '' };
}

function note(value: string, message: string, place: Finding['place']): Finding {
  return { check: 'retired', severity: 'note', identifying: false, value, marks: [], message, place };
}
