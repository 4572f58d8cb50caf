import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useOffline, type OfflineState } from '../session/offline';
import { useSeal } from '../session/seal';
import { AppDialog } from './app-dialog';
import { Button } from './button';
import { formatCounted } from './format';
import styles from './sealed-control.module.css';

const OFFLINE_WORDS: Readonly<Record<OfflineState, string>> = {
  pending: 'Not yet: the page is still being stored for use without a network.',
  ready: 'Yes. The whole page is stored in this browser.',
  unsupported: 'No: this browser, or this address, does not let the page be stored. Everything else works.',
  failed: 'No: the page could not be stored, perhaps for lack of room. Everything else works.',
};

const FORBIDDEN = [
  'Requests of any kind (fetch, XMLHttpRequest, WebSocket, EventSource, beacons), in the page and in its workers',
  'Scripts, styles, pictures, fonts and frames from any other address',
  'Forms, peer connections, new windows, and leaving for another page',
];

/** The word behind which the promise is explained, and where it can be checked. */
export function SealedControl() {
  const [isOpen, setOpen] = useState(false);
  const offline = useOffline(({ state }) => state);
  const requests = useSeal((seal) => seal.requests);
  return (
    <>
      <Button
        data-testid="sealed"
        data-offline={offline === 'ready' ? 'ready' : 'pending'}
        data-requests={requests}
        onClick={() => setOpen(true)}
      >
        <Lock size={14} aria-hidden className={styles.lock} />
        Sealed
      </Button>
      <AppDialog title="Nothing leaves this page" isOpen={isOpen} onOpenChange={setOpen}>
        <SealedFacts offline={offline} requests={requests} />
      </AppDialog>
    </>
  );
}

function SealedFacts({ offline, requests }: { readonly offline: OfflineState; readonly requests: number }) {
  const blocked = useSeal((seal) => seal.blocked);
  return (
    <>
      <p className={styles.lead}>
        Archives are read inside this browser. The page forbids itself the network, and the browser enforces
        it.
      </p>
      <dl className={styles.facts}>
        <div className={styles.fact}>
          <dt>Requests since an archive was opened</dt>
          <dd>{requests}</dd>
        </div>
        <div className={styles.fact}>
          <dt>Attempts that were stopped</dt>
          <dd>
            {blocked.length === 0
              ? 'None'
              : `${formatCounted(blocked.length, 'attempt')}, the last one: ${blocked.at(-1)?.what ?? ''}`}
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>Works without a network</dt>
          <dd>{OFFLINE_WORDS[offline]}</dd>
        </div>
        <div className={styles.fact}>
          <dt>Kept after the page is closed</dt>
          <dd>Preferences only: light or dark, and how much text the images carry.</dd>
        </div>
      </dl>
      <section>
        <h3 className={styles.heading}>What is forbidden</h3>
        <ul className={styles.list}>
          {FORBIDDEN.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
      <p className={styles.proof}>
        See for yourself: pull the network plug, then open an archive. Or open the browser’s developer tools
        and watch the Network tab while you work.
      </p>
    </>
  );
}
