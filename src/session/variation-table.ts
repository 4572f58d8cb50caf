import { yieldToMessages } from '../archive/yield-to-messages';
import type { FileId } from '../base/ids';
import type { Problem } from '../base/problem';
import type { Attribute } from '../catalog/attribute-batch';
import type { AttributeTableBuilder } from '../catalog/attribute-table';
import { describeVariation, type Variation } from '../catalog/variation';

/** The attributes of a selection of instances, each with its values and what they do. */
export interface VariationTable {
  /** The instances that were read, in their order. */
  readonly files: readonly FileId[];
  /** How many were to be read. */
  readonly selected: number;
  /** Distinct values; the first stands for `MISSING`. */
  readonly values: readonly string[];
  /** In the order of a data set. */
  readonly attributes: readonly VariedAttribute[];
  /** Of the instances that could not be read. */
  readonly failures: readonly Problem[];
  /** There are more attributes than can be held. */
  readonly isCut: boolean;
}

export interface VariedAttribute extends Attribute {
  /** Of each of the files its value's place in `values`, or `MISSING`. */
  readonly cells: Uint32Array;
  readonly variation: Variation;
}

/** How long the page may have to wait. */
const YIELD_AFTER_MS = 12;

/** Takes milliseconds for a series, and a second for tens of thousands of instances: the page is let in between. */
export async function describeTable(
  files: readonly FileId[],
  builder: AttributeTableBuilder,
): Promise<VariationTable> {
  const { isRead, values, failures, isCut } = builder;
  const readFiles = files.filter((_, index) => isRead[index] === 1);
  const attributes: VariedAttribute[] = [];
  let began = performance.now();
  for (const attribute of builder.attributes()) {
    const all = builder.cellsOf(attribute.path) ?? new Uint32Array(files.length);
    const cells = readFiles.length === files.length ? all : all.filter((_, index) => isRead[index] === 1);
    attributes.push({ ...attribute, cells, variation: describeVariation(cells, values, attribute.vr) });
    if (performance.now() - began < YIELD_AFTER_MS) continue;
    await yieldToMessages();
    began = performance.now();
  }
  return { files: readFiles, selected: files.length, values, attributes, failures, isCut };
}
