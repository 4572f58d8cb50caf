import { groupBy } from '../../base/group-by';
import type { FileId } from '../../base/ids';
import type { Problem, ProblemCode } from '../../base/problem';
import type { Check } from '../check';
import { isDeviationOfMeta } from '../deviation-of-meta';
import type { Finding } from '../finding';
import type { DataSetStructure, ReviewInput } from '../review-input';
import { requiredModules } from '../modules/required-attributes';

/**
 * Attributes that a mandatory module of the object's IOD requires without any condition: type 1 missing or empty, type 2
 * missing (PS3.5 7.4). Each attribute once, for all files that lack it. Of files that end early nothing is said: what is
 * missing from them may have been cut off.
 */
export const requiredAttributesCheck: Check = {
  id: 'required-attributes',
  find: (input) => {
    const lacks = groupByStructure(input).flatMap(lacksOf);
    return [...groupBy(lacks, ({ path, value }) => `${path} ${value}`).values()].map(findingOf);
  },
};

/** Files with the same attributes of the same kind of object. */
interface AlikeFiles {
  readonly sopClassUid: string;
  readonly structure: DataSetStructure;
  readonly files: FileId[];
}

function groupByStructure({ files, structureOf }: ReviewInput): readonly AlikeFiles[] {
  const groups = new Map<DataSetStructure, Map<string, AlikeFiles>>();
  for (const { file, kind, problems, summary } of files) {
    const structure = structureOf(file);
    if (kind !== 'dicom' || summary === null || structure === null || isCut(problems)) continue;
    const { sopClassUid } = summary;
    const byClass = groups.get(structure) ?? new Map<string, AlikeFiles>();
    groups.set(structure, byClass);
    const group = byClass.get(sopClassUid);
    if (group === undefined) byClass.set(sopClassUid, { sopClassUid, structure, files: [file] });
    else group.files.push(file);
  }
  return [...groups.values()].flatMap((byClass) => [...byClass.values()]);
}

const CUT: readonly ProblemCode[] = ['dicom-truncated', 'dicom-deviation', 'entry-data-damaged'];

function isCut(problems: readonly Problem[]): boolean {
  return problems.some(
    (problem) => CUT.includes(problem.code) && !isDeviationOfMeta(problem) && !isInPixels(problem),
  );
}

/** The attributes stand before the pixels. */
function isInPixels({ detail }: Problem): boolean {
  return 'path' in detail && detail.path === '7FE00010';
}

interface Lack {
  readonly path: string;
  readonly value: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly files: readonly FileId[];
}

function lacksOf({ sopClassUid, structure, files }: AlikeFiles): readonly Lack[] {
  return requiredModules(sopClassUid).flatMap(({ name: module, attributes }) =>
    attributes.flatMap(([tag, type, name]): readonly Lack[] => {
      const state = structure.tags.has(tag) ? (structure.emptyTags.has(tag) ? 'empty' : 'there') : 'missing';
      if (state === 'there' || (state === 'empty' && type === 2)) return [];
      const demand = type === 1 ? 'requires a value' : 'requires it, with or without a value';
      return [
        {
          path: tag.toString(16).padStart(8, '0').toUpperCase(),
          value: `${state} (type ${type})`,
          severity: type === 1 ? 'check' : 'note',
          message: `${name} is ${state}: the module ${module} ${demand}.`,
          files,
        },
      ];
    }),
  );
}

function findingOf(lacks: readonly Lack[]): Finding {
  const [first] = lacks;
  return {
    check: 'required-attributes',
    severity: first?.severity ?? 'note',
    identifying: false,
    value: first?.value ?? '',
    marks: [],
    message: first?.message ?? '',
    // The usual list of one kind of object is not copied: it may be long, and so may be what is missing.
    place: {
      files: lacks.length === 1 && first ? first.files : lacks.flatMap(({ files }) => files),
      path: first?.path ?? '',
    },
  };
}
