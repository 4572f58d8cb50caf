import { describe, expect, it } from 'vitest';
import { archiveOfFile, toArchiveId, toFileId } from '../../base/ids';
import type { Measurement } from './measurement';
import {
  deleteMeasurements,
  forgetMeasurements,
  keepMeasurement,
  measurementsOf,
  NO_MEASUREMENTS,
  redo,
  undo,
} from './measurement-history';

const one = { file: toFileId(toArchiveId(0), 3), frameIndex: 0 };
const other = { file: toFileId(toArchiveId(1), 3), frameIndex: 2 };

function point(id: number, x = 0): Measurement {
  return { id, kind: 'point', points: [{ x, y: 0 }] };
}

describe('a history of measurements', () => {
  it('keeps those of each image apart', () => {
    const history = keepMeasurement(keepMeasurement(NO_MEASUREMENTS, one, point(1)), other, point(2));
    expect(measurementsOf(history, one)).toEqual([point(1)]);
    expect(measurementsOf(history, other)).toEqual([point(2)]);
    expect(measurementsOf(history, { ...other, frameIndex: 3 })).toEqual([]);
    expect(history.nextId).toBe(3);
  });

  it('undoes and redoes what was made, moved and deleted, and says where', () => {
    const made = keepMeasurement(NO_MEASUREMENTS, one, point(1));
    const movedThen = keepMeasurement(made, one, point(1, 9));
    const deleted = deleteMeasurements(movedThen, one, [1]);
    expect(measurementsOf(deleted, one)).toEqual([]);

    const first = undo(deleted);
    expect(first.image).toEqual(one);
    expect(measurementsOf(first.history, one)).toEqual([point(1, 9)]);
    const second = undo(first.history);
    expect(measurementsOf(second.history, one)).toEqual([point(1)]);
    const third = undo(second.history);
    expect(measurementsOf(third.history, one)).toEqual([]);
    expect(undo(third.history).image).toBeNull();

    const again = redo(redo(third.history).history);
    expect(measurementsOf(again.history, one)).toEqual([point(1, 9)]);
    expect(measurementsOf(redo(again.history).history, one)).toEqual([]);
  });

  it('undoes the last change, of whatever image', () => {
    const history = keepMeasurement(keepMeasurement(NO_MEASUREMENTS, one, point(1)), other, point(2));
    const undone = undo(history);
    expect(undone.image).toEqual(other);
    expect(measurementsOf(undone.history, one)).toEqual([point(1)]);
  });

  it('cannot redo what something new has been done after', () => {
    const undone = undo(keepMeasurement(NO_MEASUREMENTS, one, point(1))).history;
    const history = keepMeasurement(undone, one, point(2));
    expect(redo(history).image).toBeNull();
  });

  it('does not change where there is nothing to delete', () => {
    const history = keepMeasurement(NO_MEASUREMENTS, one, point(1));
    expect(deleteMeasurements(history, one, [7])).toBe(history);
  });

  it('forgets the files of an archive, in what can be undone and redone too', () => {
    const both = keepMeasurement(keepMeasurement(NO_MEASUREMENTS, one, point(1)), other, point(2));
    const history = undo(keepMeasurement(both, one, point(3))).history;
    const left = forgetMeasurements(history, (file) => archiveOfFile(file) === archiveOfFile(one.file));
    expect(measurementsOf(left, one)).toEqual([]);
    expect(measurementsOf(left, other)).toEqual([point(2)]);
    expect(redo(left).image).toBeNull();
    expect(undo(undo(left).history).image).toBeNull();
  });
});
