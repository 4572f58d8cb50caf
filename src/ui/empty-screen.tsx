import { FolderArchive } from 'lucide-react';
import { openSample } from '../session/open-files';
import { Button } from './button';
import { useFileChooser } from './choose-files';
import styles from './empty-screen.module.css';

export function EmptyScreen() {
  const { chooseFiles, chooseFolder } = useFileChooser();
  return (
    <main className={styles.screen}>
      <div className={styles.drop}>
        <FolderArchive className={styles.mark} size={52} strokeWidth={1.25} aria-hidden />
        <h1 className={styles.title}>Drop a ZIP, a folder or DICOM files</h1>
        <p className={styles.lead}>
          See which patients, studies and series are in it, read every header, look at the images.
        </p>
        <div className={styles.actions}>
          <Button look="primary" isLarge onClick={chooseFiles}>
            Choose files
          </Button>
          <Button look="outlined" isLarge onClick={chooseFolder}>
            Choose folder
          </Button>
        </div>
        <Button className={styles.sample} data-testid="open-sample" onClick={() => void openSample()}>
          Open the sample archive
        </Button>
        <p className={styles.promise}>
          <strong>Nothing leaves this page.</strong> Files are read in this browser and are never uploaded.
        </p>
      </div>
    </main>
  );
}
