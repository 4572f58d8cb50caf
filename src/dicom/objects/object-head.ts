import type { TagKey } from '../tag';
import { uidName } from '../uids';
import { type Attributes, textIn } from './attributes';
import { whyNoPicture } from './no-picture';
import type { FaceSection, ObjectHead } from './object-face';
import { factsOf, factsSection } from './sections';

/** The head of any face; sections without content are left out, and one of what any instance has comes last. */
export function readHead(
  attributes: Attributes,
  { title = '', sections }: { readonly title?: string; readonly sections: readonly FaceSection[] },
): ObjectHead {
  const sopClassUid = textIn(attributes, 'x00080016');
  return {
    sopClassName: uidName(sopClassUid) || sopClassUid,
    title,
    whyNoPicture: whyNoPicture(attributes),
    sections: [...sections, factsSection('Instance', factsOf(attributes, GENERAL_TAGS))].filter(hasContent),
  };
}

/** What any object may say of itself, whatever it is. */
export const GENERAL_TAGS: readonly TagKey[] = [
  'x00080060', // Modality
  'x00080023', // Content Date
  'x00080033', // Content Time
  'x0008002a', // Acquisition DateTime
  'x00080012', // Instance Creation Date
  'x0008103e', // Series Description
  'x00200013', // Instance Number
  'x00080070', // Manufacturer
  'x00081090', // Manufacturer's Model Name
  'x00181020', // Software Versions
];

export function hasContent(section: FaceSection): boolean {
  switch (section.as) {
    case 'facts':
      return section.facts.length > 0;
    case 'table':
    case 'references':
      return section.total > 0;
    case 'matrix':
      return section.rows.length > 0;
    case 'palette':
      return section.rgb.length > 0;
  }
}
