import type { HeaderRow } from '../../dicom/header-row';
import { formatBytes, formatCount } from '../format';
import styles from './element-value.module.css';
import type { ShownElement } from './shown-element';

/** What there is to know of an element beside its value. */
export function ElementFacts({ row, trail }: ShownElement) {
  const { kind, keyword, vr, vm, lengthBytes, offsetBytes, note = '', creator = '' } = row;
  const facts: readonly (readonly [string, string])[] = [
    ['Tag', row.tag],
    ['Keyword', keyword],
    ['Private creator', creator],
    ['VR', vr],
    [kind === 'sequence' ? 'Items' : 'VM', kind === 'item' ? '' : formatCount(vm)],
    ['Length', lengthBytes < 0 ? 'undefined' : lengthOf(lengthBytes)],
    ['Offset', `${formatCount(offsetBytes)} (0x${offsetBytes.toString(16).toUpperCase()})`],
    ['Meaning', note],
    // At the top level it is the tag once more.
    ['Path', trail.length > 1 ? row.path : ''],
  ];
  return (
    <>
      {trail.length > 1 ? (
        <ol className={styles.trail} aria-label="Stands in">
          {trail.map((each) => (
            <li key={each.path}>{nameOf(each)}</li>
          ))}
        </ol>
      ) : null}
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {row.problems?.map((each) => (
        <p key={each} className={styles.problem}>
          {each}
        </p>
      ))}
    </>
  );
}

/** Its tag, where the dictionary has no name for it. */
export function nameOf({ name, tag }: HeaderRow): string {
  return name === '' ? tag : name;
}

function lengthOf(bytes: number): string {
  const count = `${formatCount(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
  return bytes < 1000 ? count : `${count} (${formatBytes(bytes)})`;
}
