import type { FileId } from '../../base/ids';
import type { HeldValues } from '../review-input';
import type { ProfileOption } from '../review-options';
import { METHOD_CODES } from '../tables/deid-method-codes';

export const BASIC_PROFILE = '113100';
export const RETAIN_SAFE_PRIVATE = '113111';

const OPTIONS: ReadonlyMap<string, ProfileOption> = new Map([
  ['113103', 'cleanGraphics'],
  ['113104', 'cleanStructuredContent'],
  ['113105', 'cleanDescriptors'],
  ['113106', 'retainLongitudinalFullDates'],
  ['113107', 'retainLongitudinalModifiedDates'],
  ['113108', 'retainPatientCharacteristics'],
  ['113109', 'retainDeviceIdentity'],
  ['113110', 'retainUids'],
  [RETAIN_SAFE_PRIVATE, 'retainSafePrivate'],
  ['113112', 'retainInstitutionIdentity'],
]);

const meanings = new Map(METHOD_CODES.split('\n').map((line) => [line.slice(0, 6), line.slice(7)]));

/** `113109` is `Retain Device Identity Option`; '' where CID 7050 has no such code. */
export function meaningOfMethod(code: string): string {
  return meanings.get(code) ?? '';
}

/** The option of the profile that a code says was followed; undefined where it stands for none. */
export function optionOfMethod(code: string): ProfileOption | undefined {
  return OPTIONS.get(code);
}

/** Code Value (0008,0100) in De-identification Method Code Sequence (0012,0064). */
export const METHOD_CODE = '00120064[].00080100';

/** What one file says of the methods that were used on it, in the order of the values in the index. */
export type MethodCodes = readonly string[];

/** By file; files with the same codes have the same array. */
export function readMethods({ all, filesOf }: HeldValues): ReadonlyMap<FileId, MethodCodes> {
  const methods = new Map<FileId, MethodCodes>();
  for (const held of all) {
    if (held.place.path !== METHOD_CODE) continue;
    const longer = new Map<MethodCodes | undefined, MethodCodes>();
    for (const file of filesOf(held)) {
      const codes = methods.get(file);
      const more = longer.get(codes) ?? [...(codes ?? []), held.text];
      longer.set(codes, more);
      methods.set(file, more);
    }
  }
  return methods;
}
