/** The editions of the standard that the product's tables were made from. */
export const TABLE_EDITIONS = [
  { table: 'De-identification profile', edition: 'PS3.15 Table E.1-1, 2026c with the changes of 2026d' },
  { table: 'Content items of structured reports', edition: 'PS3.15 Table E.3.4-1, 2026c' },
  { table: 'Safe private attributes', edition: 'PS3.15 Table E.3.10-1, 2026c' },
  { table: 'Data dictionary', edition: 'PS3.6, 2026c with the changes of 2026d' },
  { table: 'UIDs and transfer syntaxes', edition: 'PS3.6 Annex A, 2026c' },
] as const;
