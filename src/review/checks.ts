import type { Check } from './check';
import { uidsCheck } from './checks/uids';
import { hiddenBytesCheck } from './checks/hidden-bytes';
import { archiveNamesCheck } from './checks/archive-names';
import { patternsCheck } from './checks/patterns';
import { echoesCheck } from './checks/echoes';
import { profileCheck } from './checks/profile';
import { burnedInTextCheck } from './checks/burned-in-text';
import { datesAndNamesCheck } from './checks/dates-and-names';
import { privateAttributesCheck } from './checks/private-attributes';
import { mixedPeopleCheck } from './checks/mixed-people';
import { severalPatientsCheck } from './checks/several-patients';
import { demographicsCheck } from './checks/demographics';
import { deidentificationClaimsCheck } from './checks/deidentification-claims';
import { structuredTextCheck } from './checks/structured-text';
import { documentsCheck } from './checks/documents';
import { otherFilesCheck } from './checks/other-files';
import { overlaysCheck } from './checks/overlays';
import { facesCheck } from './checks/faces';
import { duplicateUidsCheck } from './checks/duplicate-uids';
import { corruptCheck } from './checks/corrupt';
import { gapsCheck } from './checks/gaps';
import { mixedGeometryCheck } from './checks/mixed-geometry';
import { requiredAttributesCheck } from './checks/required-attributes';
import { referencesCheck } from './checks/references';
import { characterSetsCheck } from './checks/character-sets';
import { retiredCheck } from './checks/retired';

/** In the order of `CHECK_IDS`. */
export const CHECKS: readonly Check[] = [
  profileCheck,
  echoesCheck,
  burnedInTextCheck,
  datesAndNamesCheck,
  patternsCheck,
  privateAttributesCheck,
  archiveNamesCheck,
  mixedPeopleCheck,
  severalPatientsCheck,
  demographicsCheck,
  deidentificationClaimsCheck,
  structuredTextCheck,
  documentsCheck,
  otherFilesCheck,
  overlaysCheck,
  facesCheck,
  hiddenBytesCheck,
  uidsCheck,
  duplicateUidsCheck,
  corruptCheck,
  gapsCheck,
  mixedGeometryCheck,
  requiredAttributesCheck,
  referencesCheck,
  characterSetsCheck,
  retiredCheck,
];
