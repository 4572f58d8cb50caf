const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** `0 B`, `512 B`, `1.2 kB`, `808 MB`: decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[unit] ?? ''}`;
}

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `3,666` */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** `1 study`, `9 studies` */
export function formatCounted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** `2.9 s`, `48 s`, `3 min 20 s` */
export function formatDuration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 99.5) return `${seconds.toFixed(0)} s`;
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes)} min ${String(Math.floor(seconds % 60))} s`;
}

/** A DICOM date (DA, PS3.5 6.2) for people: `19700131` is `1970-01-31`; anything else stays as written. */
export function formatDate(date: string): string {
  const match = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(date);
  return match === null ? date : `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`;
}

/** A DICOM time (TM, PS3.5 6.2) for people: `142501.123` is `14:25`; anything else stays as written. */
export function formatTime(time: string): string {
  const match = /^(\d{2}):?(\d{2})/.exec(time);
  return match === null ? time : `${match[1] ?? ''}:${match[2] ?? ''}`;
}
