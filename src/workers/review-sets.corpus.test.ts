import { existsSync, openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusDir } from '../fixtures/corpus';
import { type PlantedTruth, scoreFindings, type Score, type Share } from './planted-identifiers.fixture';
import { reportedFindings, reviewBlob } from './review-archive.fixture';

/** Archives with planted identifiers, beside the corpus. */
function setsDir(): string | null {
  const corpus = corpusDir();
  if (corpus === null) return null;
  const dir = join(corpus, '../phi-sets');
  if (existsSync(dir)) return dir;
  console.log(`skipped: no archives with planted identifiers at ${dir}`);
  return null;
}

async function scoreSets(dir: string): Promise<readonly Score[]> {
  const scores: Score[] = [];
  for (const name of readdirSync(dir).filter((each) => each.endsWith('.zip'))) {
    const reviewed = await reviewBlob(await openAsBlob(join(dir, name)), name);
    const truth = readFileSync(join(dir, name.replace('.zip', '.truth.json')), 'utf8');
    const findings = await reportedFindings(reviewed);
    scores.push(scoreFindings(findings, JSON.parse(truth) as PlantedTruth));
  }
  return scores;
}

function total(scores: readonly Score[], share: (score: Score) => Share): number {
  const sum = (part: keyof Share): number => scores.reduce((all, score) => all + share(score)[part], 0);
  return sum('found') / sum('of');
}

const dir = setsDir();

describe.skipIf(dir === null)('archives with planted identifiers', async () => {
  const scores = dir === null ? [] : await scoreSets(dir);

  it('are found out: 98 of 100 identifiers that are written anywhere', () => {
    expect(total(scores, ({ recall }) => recall)).toBeGreaterThanOrEqual(0.98);
  });

  it('are found out where the patient is pseudonymised and leaks elsewhere: 97 of 100', () => {
    expect(total(scores, ({ pseudonymised }) => pseudonymised)).toBeGreaterThanOrEqual(0.97);
  });

  it('are told apart from what identifies nobody: 85 of 100 places, decoys included', () => {
    expect(total(scores, ({ precision }) => precision)).toBeGreaterThanOrEqual(0.85);
  });
});
