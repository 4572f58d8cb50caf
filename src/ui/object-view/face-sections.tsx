import { assertUnreachable } from '../../base/assert';
import type { Fact, FaceSection } from '../../dicom/objects/object-face';
import { FaceTable } from './face-table';
import { MatrixTable } from './matrix-table';
import styles from './object-view.module.css';
import { PaletteStrip } from './palette-strip';
import { ReferenceList } from './reference-list';

export function FaceSections({ sections }: { readonly sections: readonly FaceSection[] }) {
  return sections.map((section, index) => (
    <section key={index}>
      <h3 className={styles.heading}>{section.heading}</h3>
      <SectionBody section={section} />
    </section>
  ));
}

function SectionBody({ section }: { readonly section: FaceSection }) {
  switch (section.as) {
    case 'facts':
      return <FactList facts={section.facts} />;
    case 'table':
      return <FaceTable table={section} />;
    case 'references':
      return <ReferenceList section={section} />;
    case 'matrix':
      return (
        <>
          <FactList facts={section.facts} />
          <MatrixTable rows={section.rows} />
        </>
      );
    case 'palette':
      return <PaletteStrip rgb={section.rgb} />;
    default:
      return assertUnreachable(section);
  }
}

export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
