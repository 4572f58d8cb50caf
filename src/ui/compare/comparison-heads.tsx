import { ChevronDown, ChevronUp, Pin, PinOff } from 'lucide-react';
import { useMemo } from 'react';
import { archiveOfFile, type FileId } from '../../base/ids';
import { pinShownHeader, unpinHeader } from '../../session/compare-actions';
import { describeFile } from '../../session/files';
import type { PinnedHeader } from '../../session/state';
import { useSession } from '../../session/store';
import { archiveTitle } from '../archive-words';
import { IconButton } from '../button';
import styles from './comparison-heads.module.css';
import { headerTitle } from './header-title';

interface ComparisonHeadsProps {
  readonly compared: readonly PinnedHeader[];
  /** To the next one, or back to the one before. */
  readonly onMoveToDifference: (step: 1 | -1) => void;
}

/** Names each header over its column. */
export function ComparisonHeads({ compared, onMoveToDifference }: ComparisonHeadsProps) {
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={styles.heads}>
        <div role="columnheader" className={styles.corner}>
          Element
          <span className={styles.steps}>
            <IconButton
              icon={ChevronUp}
              label="Previous difference"
              shortcut="P"
              onClick={() => onMoveToDifference(-1)}
            />
            <IconButton
              icon={ChevronDown}
              label="Next difference"
              shortcut="N"
              onClick={() => onMoveToDifference(1)}
            />
          </span>
        </div>
        {compared.map((each) => (
          <ComparisonHead key={each.file} compared={each} />
        ))}
      </div>
    </div>
  );
}

function ComparisonHead({ compared: { file, header } }: { readonly compared: PinnedHeader }) {
  const isPinned = useSession(({ pins }) => pins.some((pin) => pin.file === file));
  const { patient, instance } = useMemo(() => headerTitle(header), [header]);
  const origin = useOrigin(file);
  return (
    <div role="columnheader" className={styles.head}>
      <div className={styles.names} title={[patient, instance, ...origin].join('\n')}>
        <div className={styles.patient}>{patient}</div>
        <div className={styles.instance}>{instance}</div>
        <div className={styles.path}>{origin.join(' · ')}</div>
      </div>
      <IconButton
        icon={isPinned ? PinOff : Pin}
        label={isPinned ? 'Unpin this header' : 'Pin this header'}
        onClick={() => (isPinned ? unpinHeader(file) : pinShownHeader())}
      />
    </div>
  );
}

/** The path of a file, and where several archives are open, the archive that it is in. */
function useOrigin(file: FileId): readonly string[] {
  const archives = useSession((session) => session.archives);
  const archive = archives.find(({ id }) => id === archiveOfFile(file));
  const { path } = describeFile(file);
  return archive === undefined || archives.length === 1 ? [path] : [path, archiveTitle(archive)];
}
