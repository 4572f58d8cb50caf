import { constants, crc32, deflateRawSync } from 'node:zlib';
import { writeDataSet, writePart10, type DataSetDescription } from '../src/fixtures/dicom-writer';
import { commonModules } from '../src/fixtures/modules';
import { buildZip, type ZipMember } from '../src/fixtures/zip-writer';
import { CT, ctImage } from './test-archive';

/** Small files, each with a header that unpacks to this much: a scan has to go through it to the patient's name. */
const PRIVATE_BYTES = 600_000;

const EXPLICIT = { isExplicit: true, isLittleEndian: true, hasUndefinedLengths: false } as const;

/** `series` series of `instances` CT slices, quick to build and long to read: longer than what a hand does meanwhile. */
export function buildLongScanArchive(series: number, instances: number): Uint8Array {
  return buildZip(membersOf(series, instances));
}

function* membersOf(series: number, instances: number): Generator<ZipMember> {
  for (let number = 1; number <= series; number += 1) {
    // The data set but for its SOP Instance UID is the same in all instances: it is written and deflated once.
    const { before, after } = splitDataSet(number);
    const deflatedAfter = deflateRawSync(after);
    for (let instance = 1; instance <= instances; instance += 1) {
      const head = writePart10([
        ...before,
        [0x00080018, 'UI', `2.25.9${String(number * 100_000 + instance)}`],
      ]);
      const deflatedHead = deflateRawSync(head, { finishFlush: constants.Z_SYNC_FLUSH });
      yield {
        name: `SE${String(number)}/IM${String(instance)}`,
        deflated: Buffer.concat([deflatedHead, deflatedAfter]),
        crc32: crc32(after, crc32(head)),
        claimedBytes: head.length + after.length,
      };
    }
  }
}

/** Group 0008, and what stands after it, with a large private element at its start. */
function splitDataSet(number: number): { readonly before: DataSetDescription; readonly after: Uint8Array } {
  const elements: DataSetDescription = [
    ...commonModules({
      patient: CT.patient,
      study: CT.study,
      series: {
        uid: `2.25.8${String(number)}`,
        number,
        description: 'Long',
        frameOfReferenceUid: '2.25.4001',
      },
      instanceUid: '',
      instanceNumber: 1,
    }).filter(([tag]) => tag !== 0x00080018),
    ...ctImage(0),
    [0x00090010, 'LO', 'GLOVEBOX TEST'],
    [0x00091001, 'OB', new Uint8Array(PRIVATE_BYTES)],
  ];
  const isBefore = ([tag]: DataSetDescription[number]): boolean => tag < 0x00090000;
  return {
    before: elements.filter(isBefore),
    after: writeDataSet(
      elements.filter((element) => !isBefore(element)),
      EXPLICIT,
    ),
  };
}
