import { Menu } from '@base-ui/react/menu';
import { ChevronDown, X } from 'lucide-react';
import type { ArchiveId } from '../base/ids';
import { closeArchive } from '../session/archive-actions';
import { withNested } from '../session/archives';
import type { OpenArchive } from '../session/state';
import { showArchiveDetails } from '../session/view-actions';
import styles from './archive-chips.module.css';
import button from './button.module.css';
import { formatBytes, formatCount, formatCounted } from './format';
import menu from './menu.module.css';
import { useIsNarrow } from './use-is-narrow';

/** The archives that were opened, each a way to its details; in a menu where they are too many for the bar. */
export function ArchiveChips({ archives }: { readonly archives: readonly OpenArchive[] }) {
  const room = useIsNarrow() ? 1 : 2;
  if (archives.length > room) return <ArchivesMenu archives={archives} />;
  return (
    <ul className={styles.archives} aria-label="Open archives">
      {archives.map((archive) => (
        <ArchiveChip key={archive.id} archive={archive} />
      ))}
    </ul>
  );
}

function ArchiveChip({ archive: { id, name, bytes } }: { readonly archive: OpenArchive }) {
  const inside = insideWords(id);
  return (
    <li className={styles.archive}>
      <button
        type="button"
        className={styles.open}
        title={`${name} · ${formatBytes(bytes)}`}
        onClick={() => showArchiveDetails(id)}
      >
        <span className={styles.name}>{name}</span>
        {inside === '' ? null : <span className={styles.inside}>{inside}</span>}
      </button>
      <button
        type="button"
        className={styles.close}
        aria-label={`Close ${name}`}
        onClick={() => closeArchive(id)}
      >
        <X size={14} aria-hidden />
      </button>
    </li>
  );
}

function ArchivesMenu({ archives }: { readonly archives: readonly OpenArchive[] }) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={`${button.button ?? ''} ${button.outlined ?? ''}`}>
        {formatCounted(archives.length, 'archive')}
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className={menu.positioner}>
          <Menu.Popup className={`${menu.popup ?? ''} ${styles.menu ?? ''}`}>
            {archives.map(({ id, name, bytes }) => (
              <Menu.Item key={id} className={menu.item} onClick={() => showArchiveDetails(id)}>
                <span className={styles.menuName}>{name}</span>
                <span className={menu.detail}>
                  {[insideWords(id), formatBytes(bytes)].filter(Boolean).join(' · ')}
                </span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** `+2 inside`: how many archives there are in it, at any depth. */
function insideWords(id: ArchiveId): string {
  const inside = withNested(id).length - 1;
  return inside === 0 ? '' : `+${formatCount(inside)} inside`;
}
