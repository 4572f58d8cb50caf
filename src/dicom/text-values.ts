/** Padding at the end and, where it carries nothing (PS3.5 6.2), at the start. */
export function trimText(text: string): string {
  return trimEnd(text).trimStart();
}

/** The padding at the end alone: of ST, LT and UT the spaces at the start count. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 0)) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

/** A decimal or integer string (DS, IS), strictly: `1.5`, ` -3 `, `1e-3`; NaN for '', `1,5`, `0x10`. */
export function parseDecimal(text: string): number {
  const trimmed = trimText(text);
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : NaN;
}
