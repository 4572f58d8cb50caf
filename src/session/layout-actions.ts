import { engine } from './engine';
import { closeHeader, showHeader } from './header-actions';
import type { Layout, ViewportLinks } from './state';
import { EMPTY_VIEWPORT, useSession } from './store';
import { showImage } from './viewport-actions';
import { activeViewport, viewportAt, type ViewportPlace } from './viewports';

const COUNTS: Readonly<Record<Layout, number>> = { '1x1': 1, '2x1': 2, '2x2': 4 };

/** Of fewer viewports the active one stays, in the first place if its own is gone. */
export function setLayout(layout: Layout): void {
  const session = useSession.getState();
  const count = COUNTS[layout];
  const before = session.viewports;
  const isActiveKept = session.active < count;
  const viewports = Array.from({ length: count }, (_, at) =>
    at === 0 && !isActiveKept ? activeViewport(session) : (before[at] ?? EMPTY_VIEWPORT),
  );
  for (const [at, { shown }] of viewports.entries()) {
    if (shown !== null) engine.frames.hold(shown.file, shown.frameIndex, at);
  }
  for (let at = count; at < before.length; at++) engine.frames.release(at);
  useSession.setState({ layout, viewports, active: isActiveKept ? session.active : 0 });
  // What was on its way to a place that is gone arrives nowhere.
  if (!isActiveKept) showImage(activeViewport(session).imageIndex);
}

/** Makes a viewport the one that keys, toolbar, contents and header are about. */
export function activate(at: ViewportPlace): void {
  const session = useSession.getState();
  if (session.active === at) return;
  useSession.setState({ active: at });
  const { wanted } = viewportAt(session, at);
  if (wanted === null) closeHeader();
  else showHeader(wanted.file);
}

export function setLink(link: keyof ViewportLinks, isOn: boolean): void {
  useSession.setState(({ links }) => ({ links: { ...links, [link]: isOn } }));
}
