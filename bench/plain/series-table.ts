import type { Instance } from './instance';

interface SeriesRow {
  readonly cell: HTMLTableCellElement;
  instances: number;
}

/** A row for each series, with the number of its instances. */
export class SeriesTable {
  readonly #body: HTMLTableSectionElement;
  readonly #patients = new Set<string>();
  readonly #studies = new Set<string>();
  readonly #series = new Map<string, SeriesRow>();
  #instances = 0;

  constructor(body: HTMLTableSectionElement) {
    this.#body = body;
  }

  add(instance: Instance): void {
    this.#patients.add(instance.patientId);
    this.#studies.add(instance.studyInstanceUid);
    this.#instances += 1;
    const row = this.#rowOf(instance);
    row.instances += 1;
    row.cell.textContent = String(row.instances);
  }

  counts() {
    return {
      dicom: this.#instances,
      patients: this.#patients.size,
      studies: this.#studies.size,
      series: this.#series.size,
    };
  }

  #rowOf(instance: Instance): SeriesRow {
    const known = this.#series.get(instance.seriesInstanceUid);
    if (known !== undefined) return known;
    const { patientName, studyDescription, seriesDescription, modality } = instance;
    const element = this.#body.insertRow();
    element.dataset['testid'] = 'series-row';
    for (const text of [patientName, studyDescription, seriesDescription, modality]) {
      element.insertCell().textContent = text;
    }
    const row = { cell: element.insertCell(), instances: 0 };
    this.#series.set(instance.seriesInstanceUid, row);
    return row;
  }
}
