import { assert } from '../base/assert';
import { valueBytes } from './binary-values';
import { type CharacterSet, decodeText } from './character-set';
import type { DataSet, Element } from './data-set';
import { characterSetOf } from './elements';
import type { Header, HeaderRow } from './header-row';
import type { DicomFile } from './part10';
import { tagNumber } from './tag';
import { trimEnd, trimText } from './text-values';
import { isSingleText } from './vr';

/** A data set beside what its header says of each element (VR, names), for those who write it in another form. */
export interface DescribedDataSet {
  readonly dataSet: DataSet;
  readonly characterSet: CharacterSet;
  /** Of the whole file, by their path. */
  readonly rows: ReadonlyMap<string, HeaderRow>;
  /** Of the paths of its elements: `00082112[0].`; '' at the top. */
  readonly prefix: string;
}

export interface DescribedElement {
  readonly element: Element;
  readonly tag: number;
  readonly row: HeaderRow;
  /** The data set that it is in. */
  readonly around: DescribedDataSet;
}

/** A file with its header as `readHeader` makes it of it. */
export function describeFile({ dataSet }: DicomFile, { rows }: Header): DescribedDataSet {
  const rowsByPath = new Map(rows.map((row) => [row.path, row]));
  return { dataSet, characterSet: characterSetOf(dataSet), rows: rowsByPath, prefix: '' };
}

/** In the order of the file. */
export function elementsOf(around: DescribedDataSet): readonly DescribedElement[] {
  const elements = Object.values(around.dataSet.elements).sort((a, b) => a.dataOffset - b.dataOffset);
  return elements.map((element) => {
    const row = around.rows.get(pathOf(around, element));
    assert(row !== undefined, 'the header has a row for every element');
    return { element, tag: tagNumber(element.tag), row, around };
  });
}

export interface DescribedItem {
  readonly item: Element;
  readonly content: DescribedDataSet;
}

/** The items of a sequence; one that could not be read is left out. */
export function itemsOf({ element, around }: DescribedElement): readonly DescribedItem[] {
  const path = pathOf(around, element);
  return (element.items ?? []).flatMap((item, index) => {
    const { dataSet } = item;
    if (dataSet === undefined) return [];
    const characterSet = characterSetOf(dataSet, around.characterSet);
    return [{ item, content: { ...around, dataSet, characterSet, prefix: `${path}[${index}].` } }];
  });
}

/** The values of an element of text, decoded, without padding; ST, LT, UR and UT are one, whatever is in them. */
export function readTexts({ element, row, around }: DescribedElement): readonly string[] {
  const { text } = decodeText(valueBytes(around.dataSet, element), around.characterSet, row.vr);
  return isSingleText(row.vr) ? [trimEnd(text)] : text.split('\\').map(trimText);
}

function pathOf({ prefix }: DescribedDataSet, { tag }: Element): string {
  return prefix + tag.slice(1).toUpperCase();
}
