import { useEffect, useState } from 'react';
import { checkContents } from '../../session/expected-content-actions';
import { useSession } from '../../session/store';

type ContentsCheck = Awaited<ReturnType<typeof checkContents>>;

/** The reviewer's list held against what is there, and what is known of whether that is all; null at first. */
export function useContentsCheck(): ContentsCheck {
  const findings = useSession((session) => session.review.findings);
  const list = useSession((session) => session.expectedList);
  const [contents, setContents] = useState<ContentsCheck>(null);
  useEffect(() => {
    let isWanted = true;
    void checkContents(list).then((checked) => {
      if (isWanted) setContents(checked);
    });
    return () => {
      isWanted = false;
    };
  }, [findings, list]);
  return contents;
}
