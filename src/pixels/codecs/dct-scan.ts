import { restartIntervals } from './entropy-coded-data';
import type { DctComponent, DctFrame } from './dct-frame';
import {
  decodeAc,
  decodeDc,
  decodeSequentialBlock,
  refineAc,
  refineDc,
  type BlockScan,
  type DecodeBlock,
  type ScanComponent,
} from './jpeg-blocks';
import { buildHuffmanTable, type HuffmanTable } from './huffman-table';
import { MARKER } from '../../base/jpeg-segments';
import type { Scan, ScanHeader } from './jpeg-scans';

/** A component of the frame and its state in the scan. */
interface PlacedComponent extends ScanComponent {
  readonly frameComponent: DctComponent;
}

type DecodeMcu = (scan: BlockScan, mcu: number) => void;

/** Stands for a table that a scan does not use. */
const NO_CODES = buildHuffmanTable(new Uint8Array(16), new Uint8Array());

/** Adds a scan's coefficients to the frame; says what is wrong with it, or null. */
export function decodeDctScan(frame: DctFrame, scan: Scan): string | null {
  const isProgressive = frame.header.process === MARKER.SOF2;
  const decodeBlock = blockDecoderOf(scan.header, isProgressive);
  const components = placeComponents(frame, scan, decodeBlock);
  if (components === null) return 'a scan without its tables';
  const [first] = components;
  if (first === undefined || (isProgressive && !isBand(scan.header))) return 'a damaged scan header';

  const [decodeMcu, totalMcus] =
    components.length === 1 ? blockByBlock(first, decodeBlock) : interleaved(frame, components, decodeBlock);
  return decodeIntervals(scan, { components, decodeMcu, totalMcus });
}

function blockDecoderOf(header: ScanHeader, isProgressive: boolean): DecodeBlock {
  if (!isProgressive) return decodeSequentialBlock;
  const isFirst = header.approximationHigh === 0;
  if (header.spectralStart === 0) return isFirst ? decodeDc : refineDc;
  return isFirst ? decodeAc : refineAc;
}

/** DC coefficients have scans of their own, bands of others are of one component (ITU-T T.81 G.1.1.1). */
function isBand({ components, spectralStart, spectralEnd }: ScanHeader): boolean {
  if (spectralStart === 0) return spectralEnd === 0;
  return spectralEnd >= spectralStart && spectralEnd < 64 && components.length === 1;
}

/** Null where a component, or a table that the scan reads with, is missing. */
function placeComponents(
  frame: DctFrame,
  { header, tables }: Scan,
  decodeBlock: DecodeBlock,
): readonly PlacedComponent[] | null {
  const usesDc = decodeBlock === decodeSequentialBlock || decodeBlock === decodeDc;
  const usesAc = decodeBlock !== decodeDc && decodeBlock !== refineDc;
  const placed: PlacedComponent[] = [];
  for (const { id, dcTable, acTable } of header.components) {
    const frameComponent = frame.components.find((component) => component.header.id === id);
    const dc = tableOf(tables.dc, dcTable, usesDc);
    const ac = tableOf(tables.ac, acTable, usesAc);
    if (frameComponent === undefined || dc === null || ac === null) return null;
    frameComponent.quantization ??= tables.quantization.get(frameComponent.header.quantizationTable) ?? null;
    if (frameComponent.quantization === null) return null;
    placed.push({ frameComponent, coefficients: frameComponent.coefficients, dc, ac, prediction: 0 });
  }
  return placed;
}

function tableOf(
  tables: ReadonlyMap<number, HuffmanTable>,
  index: number,
  isUsed: boolean,
): HuffmanTable | null {
  return isUsed ? (tables.get(index) ?? null) : NO_CODES;
}

/** A scan of one component: an MCU is a block, and only blocks with samples are there (A.2.2). */
function blockByBlock(component: PlacedComponent, decodeBlock: DecodeBlock): [DecodeMcu, number] {
  const { blockColumns, blockRows, blockStride } = component.frameComponent;
  const decodeMcu: DecodeMcu = (scan, mcu) => {
    const row = Math.floor(mcu / blockColumns);
    decodeBlock(scan, component, (row * blockStride + (mcu - row * blockColumns)) * 64);
  };
  return [decodeMcu, blockColumns * blockRows];
}

/** A scan of several: an MCU has of each component as many blocks as its sampling factors say (A.2.3). */
function interleaved(
  { mcuColumns, mcuRows }: DctFrame,
  components: readonly PlacedComponent[],
  decodeBlock: DecodeBlock,
): [DecodeMcu, number] {
  const decodeMcu: DecodeMcu = (scan, mcu) => {
    const mcuRow = Math.floor(mcu / mcuColumns);
    const mcuColumn = mcu - mcuRow * mcuColumns;
    for (const component of components) {
      const { blockStride, header } = component.frameComponent;
      const { horizontalSampling, verticalSampling } = header;
      for (let y = 0; y < verticalSampling; y++) {
        const row = mcuRow * verticalSampling + y;
        for (let x = 0; x < horizontalSampling; x++) {
          decodeBlock(scan, component, (row * blockStride + mcuColumn * horizontalSampling + x) * 64);
        }
      }
    }
  };
  return [decodeMcu, mcuColumns * mcuRows];
}

/** A damaged restart interval is left at the place of the damage; the next one goes on. */
function decodeIntervals(
  { header, data, tables }: Scan,
  mcus: {
    readonly components: readonly PlacedComponent[];
    readonly decodeMcu: DecodeMcu;
    readonly totalMcus: number;
  },
): string | null {
  const { components, decodeMcu, totalMcus } = mcus;
  let lost = totalMcus;
  for (const { reader, firstMcu, endMcu } of restartIntervals(data, totalMcus, tables.restartInterval)) {
    for (const component of components) component.prediction = 0;
    const scan: BlockScan = { ...header, reader, endOfBandRun: 0 };
    let mcu = firstMcu;
    while (mcu < endMcu && !reader.isExhausted) decodeMcu(scan, mcu++);
    lost -= mcu - firstMcu - (reader.isExhausted ? 1 : 0);
  }
  return lost > 0 ? `${lost} of ${totalMcus} blocks are missing or damaged` : null;
}
