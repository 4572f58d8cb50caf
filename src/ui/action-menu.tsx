import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import button from './button.module.css';
import styles from './menu.module.css';

interface ActionMenuProps {
  /** What is on its button. */
  readonly trigger: ReactNode;
  /** The button's accessible name, where what is on it is none. */
  readonly label?: string;
  readonly className?: string | undefined;
  readonly isDisabled?: boolean;
  /** With which edge of the button the list is flush. */
  readonly align?: 'start' | 'end';
  /** Its items; drawn when it is open. */
  readonly children: ReactNode;
}

/** A button that opens a list of things to do or choose. */
export function ActionMenu(props: ActionMenuProps) {
  const { trigger, label, className = '', isDisabled = false, align = 'start', children } = props;
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        className={`${button.button ?? ''} ${className}`}
        disabled={isDisabled}
        aria-label={label}
      >
        {trigger}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align={align} className={styles.positioner}>
          <Menu.Popup className={styles.popup}>{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface MenuWords {
  readonly name: ReactNode;
  readonly detail?: string | undefined;
  /** The key that does the same. */
  readonly shortcut?: string | undefined;
}

interface MenuItemProps extends MenuWords {
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
}

export function MenuItem({ name, detail = '', shortcut = '', isDisabled = false, onChoose }: MenuItemProps) {
  return (
    <Menu.Item className={styles.item} disabled={isDisabled} onClick={onChoose}>
      <span>{name}</span>
      <span className={styles.detail}>{detail}</span>
      <kbd className={styles.key}>{shortcut}</kbd>
    </Menu.Item>
  );
}

interface MenuSwitchProps extends MenuWords {
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function MenuSwitch({ name, detail, shortcut, isOn, isDisabled = false, onChange }: MenuSwitchProps) {
  return (
    <Menu.CheckboxItem
      className={styles.item}
      checked={isOn}
      disabled={isDisabled}
      onCheckedChange={onChange}
    >
      <span>{name}</span>
      <MenuDetail detail={detail} shortcut={shortcut} />
      <Menu.CheckboxItemIndicator>
        <Check size={14} aria-hidden />
      </Menu.CheckboxItemIndicator>
    </Menu.CheckboxItem>
  );
}

interface MenuChoiceProps<Value extends string> {
  readonly value: string;
  readonly choices: readonly (MenuWords & { readonly value: Value })[];
  readonly onChoose: (value: Value) => void;
}

/** Of several things one. */
export function MenuChoice<Value extends string>({ value, choices, onChoose }: MenuChoiceProps<Value>) {
  return (
    <Menu.RadioGroup value={value} onValueChange={onChoose}>
      {choices.map(({ value: each, name, detail, shortcut }) => (
        <Menu.RadioItem key={each} value={each} className={styles.item} closeOnClick>
          <span>{name}</span>
          <MenuDetail detail={detail} shortcut={shortcut} />
          <Menu.RadioItemIndicator>
            <Check size={14} aria-hidden />
          </Menu.RadioItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

function MenuDetail({ detail = '', shortcut = '' }: Pick<MenuWords, 'detail' | 'shortcut'>) {
  return shortcut === '' ? (
    <span className={styles.detail}>{detail}</span>
  ) : (
    <kbd className={styles.key}>{shortcut}</kbd>
  );
}

export function MenuSeparator() {
  return <Menu.Separator className={styles.separator} />;
}
