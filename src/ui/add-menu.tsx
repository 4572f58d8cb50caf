import { ChevronDown } from 'lucide-react';
import { ActionMenu, MenuItem } from './action-menu';
import button from './button.module.css';
import { useFileChooser } from './choose-files';

/** Adds to what is open. */
export function AddMenu() {
  const { chooseFiles, chooseFolder } = useFileChooser();
  return (
    <ActionMenu
      className={button.outlined}
      align="end"
      trigger={
        <>
          Add
          <ChevronDown size={14} aria-hidden />
        </>
      }
    >
      <MenuItem name="Files…" detail="archives, DICOM files" onChoose={chooseFiles} />
      <MenuItem name="Folder…" detail="with all that is in it" onChoose={chooseFolder} />
    </ActionMenu>
  );
}
