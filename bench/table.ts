export type Format = (value: number) => string;

export const milliseconds: Format = (ms) => `${ms.toFixed(ms < 100 ? 1 : 0)} ms`;
export const seconds: Format = (ms) => `${(ms / 1000).toFixed(2)} s`;
export const megabytes: Format = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

/** A line of a printed table. */
export function columns(words: string, figures: readonly string[]): string {
  return words.padEnd(34) + figures.map((each) => each.padStart(14)).join('');
}

export function figure(value: number | null, format: Format): string {
  return value === null ? 'not measured' : format(value);
}
