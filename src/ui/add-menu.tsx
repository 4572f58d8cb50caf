import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import button from './button.module.css';
import { useFileChooser } from './choose-files';
import menu from './menu.module.css';

/** Adds to what is open. */
export function AddMenu() {
  const { chooseFiles, chooseFolder } = useFileChooser();
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={`${button.button ?? ''} ${button.outlined ?? ''}`}>
        Add
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={menu.positioner}>
          <Menu.Popup className={menu.popup}>
            <Menu.Item className={menu.item} onClick={chooseFiles}>
              <span>Files…</span>
              <span className={menu.detail}>archives, DICOM files</span>
            </Menu.Item>
            <Menu.Item className={menu.item} onClick={chooseFolder}>
              <span>Folder…</span>
              <span className={menu.detail}>with all that is in it</span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
