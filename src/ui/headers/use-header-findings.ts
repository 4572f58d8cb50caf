import { useEffect, useState } from 'react';
import type { FileId } from '../../base/ids';
import type { FindingRow } from '../../review/finding-row';
import { listFindingsOfFile } from '../../session/review-actions';
import { useSession } from '../../session/store';

/** By the paths of elements, with item numbers. */
export type FindingsByPath = ReadonlyMap<string, readonly FindingRow[]>;

const NONE: FindingsByPath = new Map();

/** What the checks have found in the elements of a file; nothing while that is not known. */
export function useHeaderFindings(file: FileId): FindingsByPath {
  const findings = useSession((session) => session.review.findings);
  const [listed, setListed] = useState({ file, byPath: NONE });
  useEffect(() => {
    let isWanted = true;
    void listFindingsOfFile(file, findings).then((byPath) => {
      if (isWanted) setListed({ file, byPath });
    });
    return () => {
      isWanted = false;
    };
  }, [file, findings]);
  return listed.file === file ? listed.byPath : NONE;
}
