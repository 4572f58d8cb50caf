import { groupBy } from '../base/group-by';

/** What was planted in an archive, as its truth file lists it. */
export interface PlantedTruth {
  readonly plants: readonly Plant[];
  readonly decoys: readonly { readonly file: string; readonly path: string }[];
  /** Files of which nothing counts. */
  readonly unscored: readonly string[];
}

interface Plant {
  readonly file: string;
  readonly kind: string;
  readonly path: string | null;
  readonly mode: 'raw' | 'pseudo';
  readonly box?: readonly number[];
}

/** A finding as the report has it. */
export interface ReportedFinding {
  readonly check: string;
  readonly identifying: boolean;
  readonly value?: string;
  readonly places: readonly ReportedPlace[];
}

interface ReportedPlace {
  readonly file: string;
  readonly path?: string;
  readonly kind?: string;
}

export interface Share {
  readonly found: number;
  readonly of: number;
}

export interface Score {
  /** Of plants that stand in headers, containers and texts; pixels, overlays and icons apart. */
  readonly recall: Share;
  /** Of those, on the patients whose own header is pseudonymised. */
  readonly pseudonymised: Share;
  /** Of the places of identifying findings: those where something was planted. */
  readonly precision: Share;
  readonly byKind: ReadonlyMap<string, Share>;
  readonly missed: readonly Plant[];
  readonly wrong: readonly {
    readonly check: string;
    readonly value: string;
    readonly place: ReportedPlace;
  }[];
}

/** Drawn, not written: no check of texts can find them. */
const DRAWN = new Set(['pixels', 'overlay', 'icon']);

/** Holds the identifying findings of a report against what was planted, place by place. */
export function scoreFindings(findings: readonly ReportedFinding[], truth: PlantedTruth): Score {
  const claims = findings
    .filter(({ identifying }) => identifying)
    .flatMap(({ check, value = '', places }) => places.map((place) => ({ check, value, place })))
    .filter(({ place }) => !truth.unscored.includes(place.file));
  const byFile = groupBy(claims, ({ place }) => place.file);
  const right = new Set<(typeof claims)[number]>();
  const found = new Set<Plant>();
  for (const plant of truth.plants) {
    for (const claim of byFile.get(plant.file) ?? []) {
      if (!isHit(plant, claim.place)) continue;
      right.add(claim);
      found.add(plant);
    }
  }
  const share = (plants: readonly Plant[]): Share => ({
    found: plants.filter((plant) => found.has(plant)).length,
    of: plants.length,
  });
  const written = truth.plants.filter(({ kind }) => !DRAWN.has(kind));
  const kinds = [...groupBy(truth.plants, ({ kind }) => kind)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return {
    recall: share(written),
    pseudonymised: share(written.filter(({ mode }) => mode === 'pseudo')),
    precision: { found: right.size, of: claims.length },
    byKind: new Map(kinds.map(([kind, plants]) => [kind, share(plants)])),
    missed: written.filter((plant) => !found.has(plant)),
    wrong: claims.filter((claim) => !right.has(claim)),
  };
}

/** The rule of the sets' own scorer, for findings without a box. */
function isHit({ kind, path, box }: Plant, place: ReportedPlace): boolean {
  if (kind === 'folder' || kind === 'filename') return place.kind === kind;
  if (path !== null && place.path !== undefined) {
    const [planted, found] = [path.toUpperCase(), place.path.toUpperCase()];
    // A private sequence in implicit VR is one value there.
    return planted === found || (kind === 'private-nested' && planted.startsWith(`${found}[`));
  }
  return path === null && place.path === undefined && box === undefined && place.kind === kind;
}
