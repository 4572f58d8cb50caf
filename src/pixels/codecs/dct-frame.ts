import type { JpegComponent, JpegFrameHeader } from './jpeg-header';

/** The coefficients of one component, gathered from all scans. */
export interface DctComponent {
  readonly header: JpegComponent;
  /** In samples (ITU-T T.81 A.1.1). */
  readonly columns: number;
  readonly rows: number;
  /** Blocks that have samples, which are the MCUs of a scan of this component alone (A.2.2). */
  readonly blockColumns: number;
  readonly blockRows: number;
  /** Blocks from one row to the next, up to whole MCUs of a scan with several components (A.2.3). */
  readonly blockStride: number;
  /** 64 of each block, row by row; quantized, in their places. */
  readonly coefficients: Int16Array;
  /** As it stood at the component's first scan; in zigzag order. */
  quantization: Uint16Array | null;
}

/** A picture while its scans are decoded. */
export interface DctFrame {
  readonly header: JpegFrameHeader;
  readonly mcuColumns: number;
  readonly mcuRows: number;
  readonly maxHorizontal: number;
  readonly maxVertical: number;
  readonly components: readonly DctComponent[];
}

/** Null where sampling factors are not 1 to 4 (B.2.2). */
export function createDctFrame(header: JpegFrameHeader): DctFrame | null {
  const { componentHeaders, columns, rows } = header;
  const factors = componentHeaders.flatMap((component) => [
    component.horizontalSampling,
    component.verticalSampling,
  ]);
  if (factors.some((factor) => factor < 1 || factor > 4)) return null;
  const maxHorizontal = Math.max(...componentHeaders.map(({ horizontalSampling }) => horizontalSampling));
  const maxVertical = Math.max(...componentHeaders.map(({ verticalSampling }) => verticalSampling));
  const mcuColumns = Math.ceil(columns / (8 * maxHorizontal));
  const mcuRows = Math.ceil(rows / (8 * maxVertical));
  const components = componentHeaders.map((component): DctComponent => {
    const { horizontalSampling, verticalSampling } = component;
    const componentColumns = Math.ceil((columns * horizontalSampling) / maxHorizontal);
    const componentRows = Math.ceil((rows * verticalSampling) / maxVertical);
    const blockStride = mcuColumns * horizontalSampling;
    return {
      header: component,
      columns: componentColumns,
      rows: componentRows,
      blockColumns: Math.ceil(componentColumns / 8),
      blockRows: Math.ceil(componentRows / 8),
      blockStride,
      coefficients: new Int16Array(blockStride * mcuRows * verticalSampling * 64),
      quantization: null,
    };
  });
  return { header, mcuColumns, mcuRows, maxHorizontal, maxVertical, components };
}
