/** Signatures and sizes of the records of a ZIP archive; clauses are of PKWARE's APPNOTE 6.3.10. */
export const LOCAL_HEADER = 0x04034b50;
export const LOCAL_HEADER_BYTES = 30;
export const DIRECTORY_RECORD = 0x02014b50;
export const DIRECTORY_RECORD_BYTES = 46;
export const END_RECORD = 0x06054b50;
export const END_RECORD_BYTES = 22;
export const ZIP64_END_RECORD = 0x06064b50;
export const ZIP64_END_RECORD_BYTES = 56;
export const ZIP64_LOCATOR = 0x07064b50;
export const ZIP64_LOCATOR_BYTES = 20;
export const DATA_DESCRIPTOR = 0x08074b50;

/** Extra fields, 4.5.2, 4.6.1 and 4.6.8. */
export const ZIP64_EXTRA = 0x0001;
export const UNICODE_PATH_EXTRA = 0x7075;
export const UNICODE_COMMENT_EXTRA = 0x6375;

/** General purpose bit flag, 4.4.4. */
export const FLAG_ENCRYPTED = 1 << 0;
export const FLAG_DATA_DESCRIPTOR = 1 << 3;
export const FLAG_STRONG_ENCRYPTION = 1 << 6;
export const FLAG_UTF8 = 1 << 11;

/** Compression methods, 4.4.5. */
export const STORED = 0;
export const DEFLATED = 8;
export const DEFLATE64 = 9;

/** In a 16-bit or 32-bit field: the value is in the ZIP64 record or extra field. */
export const IN_ZIP64_16 = 0xffff;
export const IN_ZIP64_32 = 0xffffffff;

export function viewOf<Buffer extends ArrayBufferLike>(bytes: Uint8Array<Buffer>): DataView<Buffer> {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Exact up to 2^53; no file is longer. */
export function readUint64(view: DataView, offset: number): number {
  return view.getUint32(offset, true) + view.getUint32(offset + 4, true) * 2 ** 32;
}
