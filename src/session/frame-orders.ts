import { archiveOfFile, type ArchiveId, type FileId } from '../base/ids';
import type { Instance } from '../catalog/catalog-types';
import type { Stack } from '../catalog/stack';
import { engine } from './engine';
import { useSession } from './store';

/** Those whose order is on its way. */
const asked = new Set<FileId>();

/** The instance of a stack whose frames may have an order of their own, which is not known yet. */
export function instanceWithoutFrameOrder({ runs }: Stack): Instance | null {
  const [first] = runs;
  if (first === undefined || runs.length > 1) return null;
  const { instance } = first;
  const isKnown = useSession.getState().frameOrders.has(instance.file) || asked.has(instance.file);
  return isKnown || !instance.hasPixels || instance.frames < 2 ? null : instance;
}

/** Reads how the frames of an instance are ordered; one that cannot be read has them as they stand in the file. */
export async function loadFrameOrder(file: FileId): Promise<void> {
  asked.add(file);
  const read = await engine.readFrameOrder(file);
  // Closed meanwhile.
  if (!asked.delete(file)) return;
  useSession.setState(({ frameOrders }) => ({
    frameOrders: new Map(frameOrders).set(file, read.ok ? read.value : []),
  }));
}

export function forgetFrameOrders(archive: ArchiveId): void {
  for (const file of asked) if (archiveOfFile(file) === archive) asked.delete(file);
  useSession.setState(({ frameOrders }) => ({
    frameOrders: new Map([...frameOrders].filter(([file]) => archiveOfFile(file) !== archive)),
  }));
}
