import { Menu } from '@base-ui/react/menu';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { exportHeaders, type ExportScope, type HeadersWanted } from '../../session/export-actions';
import { useSession } from '../../session/store';
import { IconButton } from '../button';
import { formatCounted } from '../format';
import menu from '../menu.module.css';
import { saveFile } from '../save-file';
import { useCopy } from '../use-copy';
import { useActiveSeries } from '../use-viewport';
import { ExportStatus } from './export-status';
import styles from './export-menu.module.css';

/** Hands out the header that is shown, or those of the open series, as text or as JSON. */
export function ExportMenu() {
  const hasHeader = useSession(({ header }) => header.phase === 'ready');
  const instances = useActiveSeries((series) => series?.instances.length ?? 0);
  const { copy, message } = useCopy();
  // Without a text there was nothing that the browser could have allowed or not.
  const [hasText, setHasText] = useState(false);

  /** The text is promised to the clipboard at once, as `copy` wants it. */
  function copyText(scope: ExportScope): void {
    setHasText(false);
    const text = exportHeaders({ scope, format: 'dump', bulkData: 'omit' }).then((file) => {
      if (file === null) throw new Error('there is nothing to copy');
      setHasText(true);
      return file.content.text();
    });
    copy(text, scope === 'header' ? 'header' : formatCounted(instances, 'header'));
  }

  return (
    <>
      <Menu.Root modal={false}>
        <Menu.Trigger
          data-testid="export-header"
          disabled={!hasHeader && instances === 0}
          render={<IconButton icon={Download} label="Copy or save headers" />}
        />
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="end" className={menu.positioner}>
            <Menu.Popup className={menu.popup}>
              {hasHeader ? <ExportItems label="This header" scope="header" onCopy={copyText} /> : null}
              {instances > 0 ? (
                <ExportItems
                  label={`This series, ${formatCounted(instances, 'header')}`}
                  scope="series"
                  onCopy={copyText}
                />
              ) : null}
              <p className={styles.remark}>Nothing is taken out: names and dates are in them.</p>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <ExportStatus copyMessage={hasText ? message : ''} />
    </>
  );
}

interface ExportItemsProps {
  readonly label: string;
  readonly scope: ExportScope;
  readonly onCopy: (scope: ExportScope) => void;
}

function ExportItems({ label, scope, onCopy }: ExportItemsProps) {
  return (
    <Menu.Group className={styles.group}>
      <Menu.GroupLabel className={styles.label}>{label}</Menu.GroupLabel>
      <Menu.Item className={menu.item} onClick={() => onCopy(scope)}>
        Copy as text
      </Menu.Item>
      <Menu.Item className={menu.item} onClick={() => save({ scope, format: 'dump', bulkData: 'omit' })}>
        <span>Save as text</span>
        <span className={menu.detail}>as dcmdump</span>
      </Menu.Item>
      <Menu.Item className={menu.item} onClick={() => save({ scope, format: 'json', bulkData: 'omit' })}>
        <span>Save as JSON</span>
        <span className={menu.detail}>DICOM JSON Model</span>
      </Menu.Item>
      <Menu.Item className={menu.item} onClick={() => save({ scope, format: 'json', bulkData: 'inline' })}>
        <span>Save as JSON with binary values</span>
        <span className={menu.detail}>pixels too</span>
      </Menu.Item>
    </Menu.Group>
  );
}

function save(wanted: HeadersWanted): void {
  void exportHeaders(wanted).then((file) => {
    if (file !== null) saveFile(file.content, file.name);
  });
}
