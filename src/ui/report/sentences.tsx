import styles from './report.module.css';

export function Sentences({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className={styles.sentences}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
