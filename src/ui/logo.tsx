/** A box with a window, and the two ports through which one reaches into it. */
export function Logo() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" fill="none" aria-hidden>
      <rect x="2" y="4" width="20" height="16" rx="3.5" stroke="var(--accent)" strokeWidth="1.8" />
      <circle cx="8.2" cy="13" r="3" fill="var(--accent)" />
      <circle cx="15.8" cy="13" r="3" fill="var(--accent)" />
    </svg>
  );
}
