import { beforeEach, describe, expect, it } from 'vitest';
import { toArchiveId, toFileId, type FileId } from '../base/ids';
import type { Header } from '../dicom/header-row';
import {
  comparedHeaders,
  pinShownHeader,
  setComparisonOpen,
  unpinAll,
  unpinArchive,
  unpinHeader,
} from './compare-actions';
import { useSession } from './store';

const HEADER: Header = {
  rows: [],
  problems: [],
  transferSyntaxUid: '',
  transferSyntaxName: '',
  sopClassName: '',
};

const [FIRST, SECOND, THIRD, FOURTH] = [0, 1, 2, 3].map((entry) => toFileId(toArchiveId(0), entry)) as [
  FileId,
  FileId,
  FileId,
  FileId,
];
const ELSEWHERE = toFileId(toArchiveId(1), 0);

function show(file: FileId): void {
  useSession.setState({ header: { phase: 'ready', file, header: HEADER, previous: null } });
}

function pin(...files: readonly FileId[]): void {
  for (const file of files) {
    show(file);
    pinShownHeader();
  }
}

function pinned(): readonly FileId[] {
  return useSession.getState().pins.map(({ file }) => file);
}

function compared(): readonly FileId[] {
  const { pins, header } = useSession.getState();
  return comparedHeaders(pins, header).map(({ file }) => file);
}

beforeEach(() => {
  useSession.setState({ header: { phase: 'empty' }, pins: [], isComparisonOpen: false });
});

describe('pins', () => {
  it('are of up to three headers, each of them once', () => {
    pin(FIRST, FIRST, SECOND, THIRD, FOURTH);
    expect(pinned()).toEqual([FIRST, SECOND, THIRD]);
    unpinHeader(SECOND);
    pin(FOURTH);
    expect(pinned()).toEqual([FIRST, THIRD, FOURTH]);
    unpinAll();
    expect(pinned()).toEqual([]);
  });

  it('are of a header that is there, not of one on its way', () => {
    useSession.setState({ header: { phase: 'loading', file: FIRST } });
    pinShownHeader();
    expect(pinned()).toEqual([]);
  });

  it('keep the header while another is shown', () => {
    pin(FIRST);
    show(SECOND);
    expect(useSession.getState().pins).toEqual([{ file: FIRST, header: HEADER }]);
  });

  it('go with their archive', () => {
    pin(FIRST, ELSEWHERE, SECOND);
    unpinArchive(toArchiveId(0));
    expect(pinned()).toEqual([ELSEWHERE]);
  });
});

describe('a comparison', () => {
  it('is of the pinned headers; of a single one with the one that is shown', () => {
    show(FIRST);
    expect(compared()).toEqual([]);
    pin(FIRST);
    expect(compared()).toEqual([FIRST]);
    show(SECOND);
    expect(compared()).toEqual([FIRST, SECOND]);
    pinShownHeader();
    show(THIRD);
    expect(compared()).toEqual([FIRST, SECOND]);
  });

  it('closes when one header is left', () => {
    pin(FIRST, SECOND);
    setComparisonOpen(true);
    // The second is still shown, and so still beside the first.
    unpinHeader(SECOND);
    expect(useSession.getState().isComparisonOpen).toBe(true);
    pinShownHeader();
    unpinHeader(FIRST);
    expect(useSession.getState().isComparisonOpen).toBe(false);
  });
});
