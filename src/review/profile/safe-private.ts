import { unpackPrivateElements, withoutBlock } from '../../dicom/private-elements';
import * as tables from '../../dicom/tables/private-elements';
import type { FileId } from '../../base/ids';
import type { HeldValue } from '../held/held-value';
import type { HeldValues } from '../review-input';
import type { ValuePlace } from '../held/value-place';

const lookupKnownSafe = unpackPrivateElements(tables);

/** Whether PS3.15 table E.3.10-1 has a private attribute. */
export function isKnownSafe({ creator, tag }: ValuePlace): boolean {
  return creator !== '' && lookupKnownSafe(creator, tag) !== undefined;
}

/** Says of a private value whether all files that hold it declare its attribute to be safe. */
export type IsDeclaredSafe = (held: HeldValue) => boolean;

/** (0008,0303) in items of Private Data Element Characteristics Sequence. */
const STATUS = '00080300[].00080303';

/**
 * What files say of their own private attributes (PS3.3 C.12.1): Block Identifying Information Status (0008,0303) is
 * SAFE for a whole block, or MIXED, where Nonidentifying Private Elements (0008,0304) names those that are safe.
 */
export function readDeclaredSafe(values: HeldValues): IsDeclaredSafe {
  const declaring = new Set(
    values.all.flatMap((held) => (held.place.path === STATUS ? values.filesOf(held) : [])),
  );
  if (declaring.size === 0) return () => false;
  const declared = new Map([...declaring].map((file) => [file, declaredIn(file, values)]));
  return (held) => {
    const { creator, tag } = held.place;
    const isDeclared = (file: FileId): boolean => {
      const keys = declared.get(file);
      return keys !== undefined && (keys.has(blockKey(creator, tag)) || keys.has(elementKey(creator, tag)));
    };
    return values.filesOf(held).every(isDeclared);
  };
}

/** Keys of blocks and of elements. */
function declaredIn(file: FileId, values: HeldValues): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let item = 0; ; item++) {
    const textAt = (element: string): string => values.textAt(file, `00080300[${item}].${element}`);
    const status = textAt('00080303');
    if (status === '') return keys;
    const group = Number(textAt('00080301')) * 0x10000;
    const creator = textAt('00080302');
    if (status === 'SAFE') keys.add(blockKey(creator, group));
    if (status !== 'MIXED') continue;
    const elements = textAt('00080304')
      .split('\\')
      .filter((element) => element !== '');
    for (const element of elements) keys.add(elementKey(creator, group + Number(element)));
  }
}

function blockKey(creator: string, tag: number): string {
  return `${tag >>> 16} ${creator}`;
}

function elementKey(creator: string, tag: number): string {
  return `=${withoutBlock(tag)} ${creator}`;
}
