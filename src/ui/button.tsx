import { Tooltip } from '@base-ui/react/tooltip';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './button.module.css';

type Look = 'plain' | 'outlined' | 'primary';

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: Look;
  readonly isLarge?: boolean;
}

export function Button({ look = 'plain', isLarge = false, className, ...rest }: ButtonProps) {
  const classes = [
    styles.button,
    look === 'plain' ? '' : styles[look],
    isLarge ? styles.large : '',
    className,
  ];
  return <button type="button" className={classes.filter(Boolean).join(' ')} {...rest} />;
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  /** Its accessible name, and its tooltip. */
  readonly label: string;
  /** The key that does the same, shown in the tooltip. */
  readonly shortcut?: string;
}

/** One for all buttons: each of its own would cost more than the button. */
const tooltip = Tooltip.createHandle<Pick<IconButtonProps, 'label' | 'shortcut'>>();

export function IconButton({ icon: Icon, label, shortcut, disabled, ...rest }: IconButtonProps) {
  return (
    <Tooltip.Trigger
      handle={tooltip}
      payload={{ label, ...(shortcut === undefined ? {} : { shortcut }) }}
      // The trigger's own `disabled` is of the tooltip alone.
      render={<button type="button" disabled={disabled} />}
      aria-label={label}
      className={`${styles.button ?? ''} ${styles.icon ?? ''}`}
      {...rest}
    >
      <Icon size={17} strokeWidth={1.75} aria-hidden />
    </Tooltip.Trigger>
  );
}

/** What the pointer rests on, in words; stands once in the page. */
export function ButtonTooltip() {
  return (
    <Tooltip.Root handle={tooltip}>
      {({ payload }) => (
        <Tooltip.Portal>
          <Tooltip.Positioner sideOffset={6} className={styles.tooltipPositioner}>
            <Tooltip.Popup className={styles.tooltip}>
              {payload?.label}
              {payload?.shortcut === undefined ? null : <kbd className={styles.key}>{payload.shortcut}</kbd>}
            </Tooltip.Popup>
          </Tooltip.Positioner>
        </Tooltip.Portal>
      )}
    </Tooltip.Root>
  );
}
