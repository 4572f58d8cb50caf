import { type Attributes, textIn } from './attributes';
import { readFactsFace } from './facts-face';
import { readKeyObjects } from './key-objects';
import type { ObjectFace } from './object-face';
import { readPresentationState } from './presentation-state';
import { readReport } from './report';
import { readPlan } from './rt-plan';
import { readStructureSet } from './structure-set';

const STORAGE = '1.2.840.10008.5.1.4.1.1.';

/** What there is to say of an object that is its header alone, by its SOP class; of any other one, its facts. */
export function readBySopClass(attributes: Attributes): ObjectFace {
  const uid = textIn(attributes, 'x00080016');
  const isIn = (group: string): boolean => uid.startsWith(STORAGE + group);
  if (uid === `${STORAGE}88.59`) return readKeyObjects(attributes);
  if (isIn('88.') || isReport(attributes)) return readReport(attributes);
  if (isIn('11.')) return readPresentationState(attributes);
  if (uid === `${STORAGE}481.3`) return readStructureSet(attributes);
  if (PLANS.some((plan) => uid === STORAGE + plan)) return readPlan(attributes);
  return readFactsFace(attributes);
}

/** Plans and records of treatments of the first generation of radiotherapy objects. */
const PLANS: readonly string[] = ['481.4', '481.5', '481.6', '481.7', '481.8', '481.9'];

/** A content tree, whatever the SOP class says. */
function isReport({ dataSet: { elements } }: Attributes): boolean {
  return elements['x0040a730'] !== undefined && elements['x0040a040'] !== undefined;
}
