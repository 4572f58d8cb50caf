import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';
import { setAllowed, type ProfileOption } from '../../review/review-options';
import { setReviewOptions } from '../../session/review-actions';
import { useSession } from '../../session/store';
import styles from './options-dialog.module.css';
import { OPTION_GROUPS, OPTION_WORDS } from './options-words';

/** The options of the Basic Profile (PS3.15 E.3): what is allowed is no finding for being there. */
export function ProfileOptions() {
  return (
    <section className={styles.column} aria-label="What may stay">
      <p className={styles.lead}>
        Switch on what may stay. The checks still look into it for what identifies a person.
      </p>
      {OPTION_GROUPS.map(({ title, options }) => (
        <fieldset key={title} className={styles.group}>
          <legend className={styles.heading}>{title}</legend>
          {options.map((option) => (
            <OptionSwitch key={option} option={option} />
          ))}
        </fieldset>
      ))}
    </section>
  );
}

function OptionSwitch({ option }: { readonly option: ProfileOption }) {
  const allowed = useSession(({ reviewOptions }) => reviewOptions.allowed);
  const id = useId();
  const { name, detail, clause } = OPTION_WORDS[option];
  return (
    <label className={styles.option}>
      <span className={styles.optionWords}>
        <span>
          <span id={`${id}-name`}>{name}</span> <span className={styles.clause}>{clause}</span>
        </span>
        <span id={`${id}-detail`} className={styles.quiet}>
          {detail}
        </span>
      </span>
      <Switch.Root
        className={styles.switch}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-detail`}
        checked={allowed.includes(option)}
        onCheckedChange={(isAllowed) => setReviewOptions({ allowed: setAllowed(allowed, option, isAllowed) })}
      >
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
    </label>
  );
}
