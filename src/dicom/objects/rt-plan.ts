import { parseDecimal } from '../text-values';
import { type Attributes, itemsOf, textIn, valueOf } from './attributes';
import type { SheetFace, TableSection } from './object-face';
import { readHead } from './object-head';
import { findReferences, referencesSection } from './references';
import {
  column,
  type Column,
  decimalWords,
  factsOf,
  factsSection,
  numberColumn,
  tableSection,
} from './sections';

/** An RT Plan or RT Ion Plan (PS3.3 A.20, A.49), or a record of a treatment (A.29, A.31, A.50), as far as they are alike. */
export function readPlan(attributes: Attributes): SheetFace {
  const sections = [
    planSection(attributes),
    prescriptionSection(attributes),
    fractionsSection(attributes),
    beamsSection(attributes),
    deliveredSection(attributes),
    ...brachySections(attributes),
    setupsSection(attributes),
    referencesSection('Refers to', findReferences(attributes)),
  ];
  const title = valueOf(attributes, 'x300a0002') || valueOf(attributes, 'x300a0003');
  return { kind: 'plan', ...readHead(attributes, { title, sections }) };
}

function planSection(attributes: Attributes) {
  const facts = factsOf(attributes, [
    'x300a0002', // RT Plan Label
    'x300a0003', // RT Plan Name
    'x300a0004', // RT Plan Description
    'x300a0006', // RT Plan Date
    'x300a0007', // RT Plan Time
    'x300a000a', // Plan Intent
    'x300a000b', // Treatment Sites
    'x300a0009', // Treatment Protocols
    'x300a000c', // RT Plan Geometry
    'x300a000e', // Prescription Description
    'x30080250', // Treatment Date
    'x30080251', // Treatment Time
    'x30080200', // Current Treatment Status
    'x30080202', // Treatment Status Comment
    'x30080054', // First Treatment Date
    'x30080056', // Most Recent Treatment Date
    'x300a0200', // Brachy Treatment Technique
    'x300a0202', // Brachy Treatment Type
    'x300e0002', // Approval Status
    'x300e0004', // Review Date
    'x300e0008', // Reviewer Name
  ]);
  return factsSection('Plan', facts);
}

/** Doses are in Gy. */
function prescriptionSection(attributes: Attributes): TableSection {
  return tableSection('Prescribed doses', itemsOf(attributes, 'x300a0010'), [
    numberColumn('Number', 'x300a0012'),
    column('Description', 'x300a0016'),
    column('Type', 'x300a0020'),
    column('Structure', 'x300a0014'),
    numberColumn('Prescribed (Gy)', 'x300a0026'),
    numberColumn('Minimum (Gy)', 'x300a0025'),
    numberColumn('Maximum (Gy)', 'x300a0027'),
    numberColumn('Limit of organ at risk (Gy)', 'x300a002b'),
    numberColumn('Maximum of organ at risk (Gy)', 'x300a002c'),
  ]);
}

function fractionsSection(attributes: Attributes): TableSection {
  return tableSection('Fraction groups', itemsOf(attributes, 'x300a0070'), [
    numberColumn('Number', 'x300a0071'),
    column('Description', 'x300a0072'),
    numberColumn('Fractions planned', 'x300a0078'),
    numberColumn('Beams', 'x300a0080'),
    numberColumn('Brachy setups', 'x300a00a0'),
  ]);
}

/** Their metersets stand in the fraction groups, by the beam's number. Angles, in degrees, are those at the start. */
function beamsSection(attributes: Attributes): TableSection {
  const planned = itemsOf(attributes, 'x300a0070').flatMap((group) => itemsOf(group, 'x300c0004'));
  const metersets = new Map(planned.map((item) => [textIn(item, 'x300c0006'), valueOf(item, 'x300a0086')]));
  const beams = [...itemsOf(attributes, 'x300a00b0'), ...itemsOf(attributes, 'x300a03a2')];
  return tableSection('Beams', beams, [
    numberColumn('Number', 'x300a00c0'),
    column('Name', 'x300a00c2'),
    column('Type', 'x300a00c4'),
    column('Radiation', 'x300a00c6'),
    atStart('Energy', 'x300a0114'),
    column('Machine', 'x300a00b2'),
    atStart('Gantry (°)', 'x300a011e'),
    atStart('Collimator (°)', 'x300a0120'),
    atStart('Couch (°)', 'x300a0122'),
    {
      label: 'Meterset',
      isNumber: true,
      read: (beam) => decimalWords(metersets.get(textIn(beam, 'x300a00c0')) ?? ''),
    },
    column('Unit', 'x300a00b3'),
    numberColumn('Control points', 'x300a0110'),
  ]);
}

/** Of the first control point, whose attributes hold until another one changes them (PS3.3 C.8.8.14). */
function atStart(
  label: string,
  tag: 'x300a0114' | 'x300a011e' | 'x300a0120' | 'x300a0122',
): Column<Attributes> {
  return {
    label,
    isNumber: true,
    read: (beam) => {
      const start = itemsOf(beam, 'x300a0111')[0] ?? itemsOf(beam, 'x300a03a8')[0];
      return start === undefined ? '' : hundredths(valueOf(start, tag));
    },
  };
}

/** An angle may be `7.0867745e-10` degrees, which is none. */
function hundredths(text: string): string {
  const value = parseDecimal(text);
  return Number.isNaN(value) ? text : String(Number(value.toFixed(2)));
}

/** Of a treatment record. */
function deliveredSection(attributes: Attributes): TableSection {
  const beams = [...itemsOf(attributes, 'x30080020'), ...itemsOf(attributes, 'x30080021')];
  return tableSection('Delivered beams', beams, [
    numberColumn('Number', 'x300c0006'),
    column('Name', 'x300a00c2'),
    column('Radiation', 'x300a00c6'),
    numberColumn('Fraction', 'x30080022'),
    numberColumn('Specified meterset', 'x30080032'),
    numberColumn('Delivered meterset', 'x30080036'),
    column('Termination', 'x3008002a'),
    column('Verification', 'x3008002c'),
  ]);
}

function brachySections(attributes: Attributes): readonly TableSection[] {
  const setups = [...itemsOf(attributes, 'x300a0230'), ...itemsOf(attributes, 'x30080110')];
  return [
    tableSection('Sources', itemsOf(attributes, 'x300a0210'), [
      numberColumn('Number', 'x300a0212'),
      column('Type', 'x300a0214'),
      column('Isotope', 'x300a0226'),
      numberColumn('Half life (days)', 'x300a0228'),
      numberColumn('Reference air kerma rate (µGy/h at 1 m)', 'x300a022a'),
    ]),
    tableSection('Application setups', setups, [
      numberColumn('Number', 'x300a0234'),
      column('Name', 'x300a0236'),
      column('Type', 'x300a0232'),
      numberColumn('Total reference air kerma (µGy at 1 m)', 'x300a0250'),
      { label: 'Channels', isNumber: true, read: (setup) => String(itemsOf(setup, 'x300a0280').length) },
    ]),
  ];
}

function setupsSection(attributes: Attributes): TableSection {
  return tableSection('Patient setups', itemsOf(attributes, 'x300a0180'), [
    numberColumn('Number', 'x300a0182'),
    column('Label', 'x300a0183'),
    column('Patient position', 'x00185100'),
    column('Technique', 'x300a01b0'),
    column('Description', 'x300a01b2'),
  ]);
}
