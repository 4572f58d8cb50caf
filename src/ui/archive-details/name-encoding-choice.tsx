import { legacyNameExamples } from '../../session/archive-details';
import { NAME_ENCODINGS, setNameEncoding } from '../../session/name-actions';
import type { OpenArchive } from '../../session/state';
import { formatCounted } from '../format';
import styles from './archive-details.module.css';
import { NAME_ENCODING_WORDS } from './name-encoding-words';

const EXAMPLES = 4;

/** What names of no known encoding are read in, with some of them as they read now. */
export function NameEncodingChoice({ archive: { id, nameEncoding } }: { readonly archive: OpenArchive }) {
  if (nameEncoding === null) return null;
  const { count, examples } = legacyNameExamples(id, EXAMPLES);
  return (
    <section>
      <h3 className={styles.heading}>Names</h3>
      <div className={styles.cards}>
        <div className={styles.card}>
          <label className={styles.cardWords} htmlFor="name-encoding">
            <span className={styles.cardTitle}>Read as</span>
            <span className={styles.cardState}>
              {formatCounted(count, 'name')} {count === 1 ? 'does' : 'do'} not tell what they are written in.
              Choose another one where they do not read well.
            </span>
          </label>
          <select
            id="name-encoding"
            className={styles.select}
            value={nameEncoding}
            onChange={({ target }) => {
              const chosen = NAME_ENCODINGS.find((encoding) => encoding === target.value);
              if (chosen !== undefined) setNameEncoding(id, chosen);
            }}
          >
            {NAME_ENCODINGS.map((encoding) => (
              <option key={encoding} value={encoding}>
                {NAME_ENCODING_WORDS[encoding]}
              </option>
            ))}
          </select>
          <ul className={styles.examples} aria-label="Names as they read now">
            {examples.map((name, index) => (
              <li key={index}>{name}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
