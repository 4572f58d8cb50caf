import { Camera } from 'lucide-react';
import { assert } from '../../base/assert';
import { useSession } from '../../session/store';
import { drawingOf } from '../../session/view-actions';
import { activePlace, activeSeries, activeViewport } from '../../session/viewports';
import { ActionMenu, MenuItem, MenuSeparator } from '../action-menu';
import { CopyMessage } from '../copy-message';
import { saveFile } from '../save-file';
import { useCopy } from '../use-copy';
import { useActiveViewport } from '../use-viewport';
import { pictureOfImage, pictureWithOverlay } from './view-picture';

/** The active view as a picture: to the clipboard, or as a file. */
export function PictureMenu() {
  const hasImage = useActiveViewport((viewport) => viewport.shown !== null);
  const { copyPng, message } = useCopy();
  const save = (picture: Promise<Blob>): void => {
    void picture.then((blob) => saveFile(blob, pictureName()));
  };
  return (
    <>
      <ActionMenu
        align="end"
        label="Picture"
        isDisabled={!hasImage}
        trigger={<Camera size={17} strokeWidth={1.75} aria-hidden />}
      >
        <MenuItem name="Copy the view" detail="as it is seen" onChoose={() => copyPng(seen(), 'the view')} />
        <MenuItem
          name="Copy the image"
          detail="without overlay"
          onChoose={() => copyPng(bare(), 'the image')}
        />
        <MenuSeparator />
        <MenuItem name="Save the view…" detail="PNG, as it is seen" onChoose={() => save(seen())} />
        <MenuItem name="Save the image…" detail="PNG, without overlay" onChoose={() => save(bare())} />
      </ActionMenu>
      <CopyMessage message={message} />
    </>
  );
}

function seen(): Promise<Blob> {
  return pictureWithOverlay(activeView(), devicePixelRatio);
}

function bare(): Promise<Blob> {
  const drawing = drawingOf(activePlace(), devicePixelRatio);
  assert(drawing !== null, 'the active viewport shows an image');
  return pictureOfImage(activeView(), drawing);
}

function activeView(): HTMLElement {
  const view = document.querySelector<HTMLElement>('[data-testid=viewport][data-active=true]');
  assert(view, 'there is an active viewport');
  return view;
}

/** Of numbers alone: `series-3-image-12.png`. */
function pictureName(): string {
  const session = useSession.getState();
  const series = activeSeries(session);
  const number = series?.seriesNumber ?? NaN;
  const place = Number.isNaN(number) ? '' : `series-${String(number)}-`;
  return `${place}image-${String(activeViewport(session).imageIndex + 1)}.png`;
}
