import { countImages, ordersOf, type Stack, type StackOrder } from '../../catalog/stack';
import { imageCount } from '../../session/images';
import { partsOf } from '../../session/stacks';
import { useSession } from '../../session/store';
import { setCineSpeed, shownFrame } from '../../session/view-actions';
import { setOrder, showImage, showPart } from '../../session/viewport-actions';
import { CINE_SPEEDS, cineLoop, cineOf, rateOf } from '../../viewer/cine';
import { formatCount } from '../format';
import { useActiveSeries, useActiveStack, useActiveViewport } from '../use-viewport';
import { orderWords } from './order-words';
import styles from './stack-bar.module.css';

/** Under the image: which images of the series are gone through, in what order, and where one is among them. */
export function StackBar() {
  const stack = useActiveStack((each) => each);
  if (stack === null) return null;
  return (
    <div className={styles.bar}>
      <PartSelect stack={stack} />
      <ImageSlider count={imageCount(stack)} />
      <OrderSelect stack={stack} />
      <CineControls stack={stack} />
    </div>
  );
}

const ALL_IMAGES = 'all';

/** Where a series is several stacks: which of them is shown. */
function PartSelect({ stack }: { readonly stack: Stack }) {
  const series = useActiveSeries((each) => each);
  const frameOrders = useSession((session) => session.frameOrders);
  const isWhole = useActiveViewport(({ partName }) => partName === null);
  const parts = series === null ? [] : partsOf(series, frameOrders);
  if (parts.length < 2) return null;
  const shown = parts.findIndex(({ name }) => name === stack.name);
  const total = parts.reduce((sum, part) => sum + countImages(part), 0);
  return (
    <select
      className={styles.part}
      data-testid="part-select"
      aria-label="Part of the series"
      value={isWhole ? ALL_IMAGES : String(shown)}
      onChange={({ target }) => showPart(parts[Number(target.value)]?.name ?? null)}
    >
      {parts.map((part, index) => (
        <option key={part.name} value={index}>
          {part.name} · {formatCount(countImages(part))}
        </option>
      ))}
      <option value={ALL_IMAGES}>All images · {formatCount(total)}</option>
    </select>
  );
}

function ImageSlider({ count }: { readonly count: number }) {
  const imageIndex = useActiveViewport((viewport) => viewport.imageIndex);
  return (
    <>
      <input
        type="range"
        min={0}
        max={Math.max(0, count - 1)}
        value={imageIndex}
        disabled={count < 2}
        aria-label="Image"
        aria-valuetext={`Image ${String(imageIndex + 1)} of ${String(count)}`}
        onChange={(event) => {
          showImage(event.target.valueAsNumber);
        }}
      />
      <span className={styles.figures}>
        {imageIndex + 1} / {count}
      </span>
    </>
  );
}

function OrderSelect({ stack }: { readonly stack: Stack }) {
  const orders = ordersOf(stack);
  if (orders.length < 2) return null;
  return (
    <select
      className={styles.order}
      data-testid="order-select"
      aria-label="Order of the images"
      value={stack.order}
      onChange={({ target }) => {
        const order = orders.find((each) => each === target.value);
        if (order !== undefined) setOrder(order);
      }}
    >
      {withShown(orders, stack.order).map((order) => (
        <option key={order} value={order}>
          {orderWords(order, stack.rule)}
        </option>
      ))}
    </select>
  );
}

/** An order that was chosen for another part stays, though it makes no difference to this one. */
function withShown(orders: readonly StackOrder[], shown: StackOrder): readonly StackOrder[] {
  return orders.includes(shown) ? orders : [...orders, shown];
}

/** While cine is on: how fast it runs, and what it could not show. */
function CineControls({ stack }: { readonly stack: Stack }) {
  const isCineOn = useActiveViewport((viewport) => viewport.isCineOn);
  const speed = useActiveViewport((viewport) => viewport.cineSpeed);
  const dropped = useActiveViewport((viewport) => viewport.droppedImages);
  // The rate is known with the first image.
  useActiveViewport((viewport) => viewport.shown === null);
  const cine = shownFrame()?.facts.cine;
  if (!isCineOn || cine === undefined) return null;
  const rate = rateOf(cineLoop(imageCount(stack), cineOf(stack, cine))) * speed;
  return (
    <div className={styles.cine}>
      <select
        className={styles.order}
        aria-label="Speed of cine"
        value={speed}
        onChange={({ target }) => setCineSpeed(Number(target.value))}
      >
        {CINE_SPEEDS.map((each) => (
          <option key={each} value={each}>
            {SPEED_WORDS[each]}
          </option>
        ))}
      </select>
      <span className={styles.figures} data-testid="cine-rate">
        {String(Math.round(rate * 10) / 10)} frames/s
        {dropped > 0 ? `, ${formatCount(dropped)} dropped` : ''}
      </span>
    </div>
  );
}

const SPEED_WORDS: Readonly<Record<(typeof CINE_SPEEDS)[number], string>> = {
  0.25: '1/4x',
  0.5: '1/2x',
  1: '1x',
  2: '2x',
  4: '4x',
};
