import { useSession } from '../../session/store';
import { closeVariation, openVariation, stopReadingVariation } from '../../session/variation-actions';
import type { SeriesScope } from '../../catalog/series-scope';
import { AppDialog } from '../app-dialog';
import { Button } from '../button';
import { formatCounted, formatCount } from '../format';
import { ProgressBar } from '../progress-bar';
import { scopeChoices, scopeName } from './scope-words';
import { VariationView } from './variation-view';
import styles from './variation-dialog.module.css';
import { useActiveViewport } from '../use-viewport';

/** Which attributes are constant, run, jump or are missing over the instances of a selection. */
export function VariationDialog() {
  const variation = useSession((session) => session.variation);
  const catalog = useSession((session) => session.catalog);
  const seriesKey = useActiveViewport((viewport) => viewport.seriesKey);
  if (variation.phase === 'closed') return null;
  const name = scopeName(catalog, seriesKey, variation.scope);
  return (
    <AppDialog
      title={name === '' ? 'What varies' : `What varies in ${name}`}
      size="large"
      testId="variation"
      isOpen
      onOpenChange={closeVariation}
    >
      <div className={styles.body}>
        {variation.phase === 'reading' ? (
          <ReadingProgress {...variation} />
        ) : (
          <VariationView table={variation.table}>
            <ScopeSelect scope={variation.scope} />
          </VariationView>
        )}
      </div>
    </AppDialog>
  );
}

interface ReadingProgressProps {
  readonly instancesDone: number;
  readonly instances: number;
}

function ReadingProgress({ instancesDone, instances }: ReadingProgressProps) {
  return (
    <div className={styles.reading} role="status">
      <ProgressBar
        className={styles.progress}
        fraction={instances === 0 ? 0 : instancesDone / instances}
        label="Reading headers"
      />
      <p>
        {formatCount(instancesDone)} of {formatCounted(instances, 'header')} read
      </p>
      <Button look="outlined" onClick={stopReadingVariation}>
        Stop here
      </Button>
    </div>
  );
}

function ScopeSelect({ scope }: { readonly scope: SeriesScope }) {
  const catalog = useSession((session) => session.catalog);
  const seriesKey = useActiveViewport((viewport) => viewport.seriesKey);
  const choices = scopeChoices(catalog, seriesKey);
  return (
    <select
      className={styles.select}
      aria-label="Instances"
      value={scope}
      onChange={({ target }) => {
        const chosen = choices.find((choice) => choice.scope === target.value);
        if (chosen !== undefined) void openVariation(chosen.scope);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.scope} value={choice.scope}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
