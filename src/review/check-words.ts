import type { CheckId } from './check-ids';

/** What people read of a check; apart from the checks, whose tables the page does not need. */
export interface CheckWords {
  /** `Profile attributes` */
  readonly title: string;
  /** What it looks for, in one sentence. */
  readonly rule: string;
  /** Why that matters, and what is to be done about it: a sentence each. */
  readonly why: string;
  readonly advice: string;
  /** The clause it rests on: `PS3.15 Table E.1-1`; '' where it is of our own making. */
  readonly source: string;
}

export const CHECK_WORDS: Readonly<Record<CheckId, CheckWords>> = {
  profile: {
    title: 'Profile attributes',
    rule: 'An attribute that the Basic Confidentiality Profile removes or replaces has a value, at any depth.',
    why: 'These are the attributes in which scanners and information systems write who someone is.',
    advice: 'Remove or replace the value, or allow the option of the profile under which it may stay.',
    source: 'PS3.15 Table E.1-1',
  },
  echoes: {
    title: 'Echoes of the patient',
    rule: 'A name, number or date that identifies someone in one place stands in another place too.',
    why: 'What was removed from the attribute made for it often stays in free text, private attributes and file names.',
    advice: 'Remove it here too, or accept the value if the words only look alike.',
    source: 'PS3.15 E.1.1',
  },
  'burned-in-text': {
    title: 'Text in the picture',
    rule: 'The kind of the image, or what its header says, makes text in the picture likely.',
    why: 'Names that are part of the picture are not removed by changing the header.',
    advice: 'Look at the pictures, and black out or leave out those that show who someone is.',
    source: 'PS3.3 C.7.6.1.1.4, PS3.15 E.3.1',
  },
  'dates-and-names': {
    title: 'Other dates and names',
    rule: 'An attribute outside the profile is a date, a time or a person’s name by its value representation.',
    why: 'The profile lists the attributes of the standard’s edition, not those of vendors or of later editions.',
    advice: 'Remove or shift it, unless it is about the equipment and not about the patient.',
    source: 'PS3.5 6.2',
  },
  patterns: {
    title: 'Patterns in text',
    rule: 'A text has the shape of a phone number, an address, an e-mail, a national number or a date.',
    why: 'Contacts and numbers written into free text identify people as well as their names do.',
    advice: 'Remove it from the text, or accept it where it is a version, a dimension or the like.',
    source: '',
  },
  'private-attributes': {
    title: 'Private attributes',
    rule: 'A private attribute is not among those that are known to be safe.',
    why: 'Vendors write what they like into private attributes, names and dates among them.',
    advice: 'Remove private attributes whose meaning you do not know.',
    source: 'PS3.15 E.3.10',
  },
  'archive-names': {
    title: 'Names in the archive',
    rule: 'A folder, a file name or a comment of the archive holds a name, a number or a date.',
    why: 'Archives are often made of folders that are called after the patient.',
    advice: 'Rename the folders and files, and remove the comments.',
    source: 'PS3.10 8.2, APPNOTE 4.4.18',
  },
  'mixed-people': {
    title: 'Two people mixed',
    rule: 'One study or series is of more than one Patient ID or name, or one study is under two patients.',
    why: 'Pictures of another person would be taken for those of this one.',
    advice: 'Find out whose they are, and part them.',
    source: 'PS3.3 A.1.2',
  },
  'several-patients': {
    title: 'Number of patients',
    rule: 'The archive holds another number of patients than is expected.',
    why: 'A patient too many is data that was not asked for, or one person under two identities.',
    advice: 'Say how many are expected, and leave out those that are not.',
    source: '',
  },
  demographics: {
    title: 'Demographics disagree',
    rule: 'Sex, birth date, name, age or accession number differ within one patient or one study.',
    why: 'Either the files are of two people, or one of them was changed and the others were not.',
    advice: 'Compare the headers, and correct those that are wrong.',
    source: 'PS3.3 C.7.1.1, C.7.2.1',
  },
  'deidentification-claims': {
    title: 'Claims of de-identification',
    rule: 'What a header says about its own de-identification is not so, or is not complete.',
    why: 'Who receives the files will rely on what they claim.',
    advice: 'De-identify the files again, or correct the claim.',
    source: 'PS3.15 E.1.1, PS3.3 C.7.1.1',
  },
  'structured-text': {
    title: 'Text of reports and presentations',
    rule: 'A structured report or a presentation state holds text, names, dates or references that may identify.',
    why: 'Their content is written by people about a person, and is not in the attributes that are usually cleaned.',
    advice: 'Read the text, and remove what identifies, or leave the object out.',
    source: 'PS3.15 E.3.4, E.3.5',
  },
  documents: {
    title: 'Documents',
    rule: 'A document, a PDF or a CDA, is wrapped in a DICOM object.',
    why: 'Letters and reports name the patient, the physician and the hospital on their pages.',
    advice: 'Read the document, or leave it out.',
    source: 'PS3.3 A.45',
  },
  'other-files': {
    title: 'Files that are not DICOM',
    rule: 'A file in the archive is no DICOM file.',
    why: 'Worklists, letters, photographs and their metadata travel with the images unseen.',
    advice: 'Look at the file, and leave it out unless it is needed.',
    source: '',
  },
  overlays: {
    title: 'Overlays, curves and icons',
    rule: 'An overlay plane, a curve or an icon has data.',
    why: 'Text may be drawn in an overlay, and an icon may show what was removed from the picture.',
    advice: 'Look at it, and remove it where it is not needed.',
    source: 'PS3.15 E.3.3',
  },
  faces: {
    title: 'Faces',
    rule: 'A thin-slice volume of the head can be rendered as a face.',
    why: 'A person can be recognised by the surface of the head.',
    advice: 'Deface the volume where the transfer asks for it.',
    source: 'PS3.15 E.3.2',
  },
  'hidden-bytes': {
    title: 'Hidden bytes',
    rule: 'There is readable text in bytes that no viewer shows: preamble, padding, behind the data set, in JPEG segments.',
    why: 'What no program shows, no program cleans.',
    advice: 'Write the files anew without these bytes.',
    source: 'PS3.10 7.1',
  },
  uids: {
    title: 'UIDs that say something',
    rule: 'A UID holds a known number or a date.',
    why: 'UIDs made from a patient’s number or the time of the study can be linked to them.',
    advice: 'Replace the UIDs, the same one always by the same one.',
    source: 'PS3.15 E.3.9, PS3.5 9',
  },
  'duplicate-uids': {
    title: 'One UID twice',
    rule: 'Two files have the same SOP Instance UID.',
    why: 'Who receives them will keep one of them only, and it may be the wrong one.',
    advice: 'Keep the right one where they differ; where they are the same, one is enough.',
    source: 'PS3.5 9',
  },
  corrupt: {
    title: 'Damaged files',
    rule: 'A file ends early, or its bytes are not as the file itself or the archive says.',
    why: 'What cannot be read cannot be reviewed, and may not be shown by who receives it.',
    advice: 'Get the file again from where it came from.',
    source: 'PS3.5 7.1, PS3.3 C.7.6.3',
  },
  gaps: {
    title: 'Gaps in a series',
    rule: 'Slices or instance numbers are missing between those that are there, or stand in one place twice.',
    why: 'A series with missing slices may hide what matters and cannot be measured well.',
    advice: 'Ask for the missing images, or say that they are missing.',
    source: 'PS3.3 C.7.6.2.1.1',
  },
  'mixed-geometry': {
    title: 'Mixed series',
    rule: 'The images of one series differ in orientation, in size or in frame of reference.',
    why: 'Such a series is no one volume, and may be two that were put together.',
    advice: 'Look whether all images belong to it.',
    source: 'PS3.3 C.7.6.2, C.7.4.1',
  },
  'required-attributes': {
    title: 'Missing attributes',
    rule: 'An attribute that this kind of object must have is missing or empty.',
    why: 'Programs that rely on it will reject the object or show it wrongly.',
    advice: 'Put it back, with a dummy value where the true one must not leave.',
    source: 'PS3.3 A, PS3.5 7.4',
  },
  references: {
    title: 'References that lead nowhere',
    rule: 'An object refers to instances that are not in the archive.',
    why: 'A report or segmentation without its images may be of little use, or the archive is not complete.',
    advice: 'Add the instances, unless they were left out on purpose.',
    source: 'PS3.3 C.12.1',
  },
  'character-sets': {
    title: 'Character sets',
    rule: 'A text has characters that its declared character set does not have, or names an unknown one.',
    why: 'Names and descriptions will be shown wrongly, and are not found by a search for them.',
    advice: 'Correct the Specific Character Set.',
    source: 'PS3.3 C.12.1.1.2, PS3.5 6.1',
  },
  retired: {
    title: 'Retired and irregular',
    rule: 'A transfer syntax or SOP class is retired, or a value is not as its value representation asks.',
    why: 'Programs of today may not read it.',
    advice: 'Nothing has to be done where the receiver can read it.',
    source: 'PS3.4, PS3.5 6.2',
  },
};
