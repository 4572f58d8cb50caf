declare module 'dicom-character-set' {
  /** By defined term. */
  export const characterSets: Readonly<Record<string, unknown>>;
  /** Throws where a term or an escape sequence is unknown. */
  export function convertBytes(
    specificCharacterSet: string,
    bytes: Uint8Array,
    options?: { readonly vr: string },
  ): string;
}
