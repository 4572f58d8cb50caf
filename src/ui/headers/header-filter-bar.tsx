import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import button from '../count-button.module.css';
import { formatCount } from '../format';
import { HEADER_FILTERS, type FilteredRows, type HeaderFilter } from './filter-rows';
import styles from './header-filter-bar.module.css';

const WORDS: Readonly<Record<HeaderFilter, { readonly label: string; readonly title: string }>> = {
  private: { label: 'Private', title: 'Elements of odd groups, which the standard does not define' },
  problems: { label: 'Problems', title: 'Elements that are not as the standard has them' },
  findings: { label: 'Findings', title: 'Elements in which the checks have found something' },
  empty: { label: 'Empty', title: 'Elements without a value' },
  changed: { label: 'Changed', title: 'Elements that differ from the header shown before this one' },
};

interface HeaderFilterBarProps {
  readonly filtered: FilteredRows;
  readonly active: readonly HeaderFilter[];
  readonly onChange: (active: readonly HeaderFilter[]) => void;
}

/** What there is to look for in a header, with how many elements that are; several can be on at once. */
export function HeaderFilterBar({ filtered, active, onChange }: HeaderFilterBarProps) {
  return (
    <ToggleGroup
      className={styles.bar}
      aria-label="Filter the elements"
      data-testid="header-filter"
      multiple
      value={active}
      onValueChange={onChange}
    >
      {HEADER_FILTERS.map((filter) => (
        <Toggle
          key={filter}
          value={filter}
          className={`${button.button ?? ''} ${styles.filter ?? ''}`}
          title={WORDS[filter].title}
          data-filter={filter}
          data-count={filtered[filter].size}
        >
          {WORDS[filter].label}{' '}
          <span className={`${button.count ?? ''} ${styles.count ?? ''}`}>
            {formatCount(filtered[filter].size)}
          </span>
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
