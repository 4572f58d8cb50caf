import styles from './copy-message.module.css';

/** Over what it stands in, for as long as there is a message; read out by screen readers. */
export function CopyMessage({ message }: { readonly message: string }) {
  return (
    <p role="status" className={styles.message} data-shown={message !== ''}>
      {message}
    </p>
  );
}
