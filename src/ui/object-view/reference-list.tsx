import { Image, Images } from 'lucide-react';
import type { ReferencesSection } from '../../dicom/objects/object-face';
import type { ObjectReference } from '../../dicom/objects/object-reference';
import { findObject, type FoundObject, openObject } from '../../session/referenced-objects';
import { useSession } from '../../session/store';
import { Button } from '../button';
import { CutNote } from './face-table';
import styles from './reference-list.module.css';

export function ReferenceList({ section: { references, total } }: { readonly section: ReferencesSection }) {
  return (
    <>
      <ul className={styles.list}>
        {references.map((reference, index) => (
          <li key={index}>
            <Reference reference={reference} />
          </li>
        ))}
      </ul>
      <CutNote shown={references.length} total={total} />
    </>
  );
}

/** Another object: a button that opens it where an open archive has it, else its UID. */
export function Reference({ reference }: { readonly reference: ObjectReference }) {
  const catalog = useSession((session) => session.catalog);
  const found = findObject(catalog, reference);
  const { uid, sopClassName, note } = reference;
  return (
    <span className={styles.reference} data-testid="reference" data-uid={uid} data-found={found !== null}>
      {found === null ? (
        <span className={styles.uid}>{uid}</span>
      ) : (
        <Button look="outlined" className={styles.open} onClick={() => openObject(found, reference)}>
          {found.instance === null ? <Images size={15} aria-hidden /> : <Image size={15} aria-hidden />}
          <span>{wordsOf(found)}</span>
        </Button>
      )}
      <span className={styles.note}>
        {[sopClassName.replace(/ Storage$/, ''), note, found === null ? 'not in the archive' : '']
          .filter((text) => text !== '')
          .join(' · ')}
      </span>
    </span>
  );
}

/** `CT · Thorax 1 mm · image 12` */
function wordsOf({ series, instance }: FoundObject): string {
  const words = [series.modality, series.description];
  if (instance !== null && Number.isFinite(instance.instanceNumber)) {
    words.push(`${instance.hasPixels ? 'image' : 'instance'} ${String(instance.instanceNumber)}`);
  }
  return words.filter((text) => text !== '').join(' · ');
}
