import { type DataSetDescription, writePart10 } from '../../fixtures/dicom-writer';
import { loadDictionary } from '../dictionary';
import { parsePart10 } from '../part10';
import { type Attributes, attributesOf } from './attributes';

/** The attributes of a file that was written and read again. */
export async function attributesOfFile(
  dataSet: DataSetDescription,
  transferSyntaxUid = '1.2.840.10008.1.2.1',
): Promise<Attributes> {
  const file = parsePart10(writePart10(dataSet, { transferSyntaxUid }), {
    where: 'built.dcm',
    inflateRaw: () => {
      throw new Error('it is not deflated');
    },
  });
  if (!file.ok) throw new Error(file.error.code);
  return attributesOf(file.value.dataSet, await loadDictionary());
}
