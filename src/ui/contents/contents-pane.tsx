import { Tabs } from '@base-ui/react/tabs';
import { useDeferredValue, useMemo, useState } from 'react';
import { remainingFindings } from '../../session/review-counts';
import type { ContentsTab } from '../../session/state';
import { useSession } from '../../session/store';
import { showContentsTab } from '../../session/view-actions';
import { FindingsPane } from '../findings/findings-pane';
import { formatCount } from '../format';
import pane from '../pane.module.css';
import { contentsRows } from './contents-rows';
import { ContentsTable } from './contents-table';
import { FileMap } from './file-map';
import { FilesList } from './files-list';

interface ContentsPaneProps {
  /** Called when the user has opened a series or a file. */
  readonly onOpen: () => void;
}

/** Left: what is in the archives, by patient, by file, and all at once; and what the checks have found in them. */
export function ContentsPane({ onOpen }: ContentsPaneProps) {
  const tab = useSession((session) => session.contentsTab);
  const remaining = useSession(remainingFindings);
  const catalog = useSession((session) => session.catalog);
  const entries = useSession((session) => session.ledger.entries);
  const [filter, setFilter] = useState('');
  const deferredFilter = useDeferredValue(filter);
  const rows = useMemo(() => contentsRows(catalog, deferredFilter), [catalog, deferredFilter]);

  return (
    <Tabs.Root
      className={pane.pane}
      value={tab}
      onValueChange={(value: ContentsTab) => showContentsTab(value)}
      render={<section aria-label="Contents" />}
    >
      <div className={pane.bar}>
        <Tabs.List className={pane.tabs}>
          <Tabs.Tab className={pane.tab} value="series">
            Series {formatCount(catalog.counts.series)}
          </Tabs.Tab>
          <Tabs.Tab className={pane.tab} value="files">
            Files {formatCount(entries)}
          </Tabs.Tab>
          <Tabs.Tab className={pane.tab} value="map">
            Map
          </Tabs.Tab>
          <Tabs.Tab className={pane.tab} value="findings">
            Findings {formatCount(remaining)}
          </Tabs.Tab>
        </Tabs.List>
        {tab === 'findings' ? null : (
          <input
            className={pane.search}
            type="search"
            placeholder="Filter"
            aria-label="Filter contents"
            value={filter}
            onChange={(event) => {
              setFilter(event.target.value);
            }}
          />
        )}
      </div>
      <Tabs.Panel className={pane.body} value="series">
        <ContentsTable rows={rows} onOpen={onOpen} />
        {rows.length > 0 ? null : (
          <p className={`${pane.empty ?? ''} ${pane.emptyOver ?? ''}`}>
            {filter === '' ? 'No DICOM files found' : `Nothing matches “${filter}”`}
          </p>
        )}
      </Tabs.Panel>
      <Tabs.Panel className={pane.body} value="files">
        <FilesList filter={deferredFilter} onClearFilter={() => setFilter('')} onOpen={onOpen} />
      </Tabs.Panel>
      <Tabs.Panel className={pane.body} value="map">
        <FileMap filter={deferredFilter} onOpen={onOpen} />
      </Tabs.Panel>
      <Tabs.Panel className={pane.body} value="findings">
        <FindingsPane />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
