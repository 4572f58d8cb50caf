export interface BlockedAttempt {
  /** What was tried: a directive of the policy (`connect-src`), or the way out (`navigation`, `window`, `link`). */
  readonly what: string;
  /** Its target: a URL, or what the browser gives in its place (`inline`, `data`). */
  readonly where: string;
}

type OnBlocked = (attempt: BlockedAttempt) => void;

/**
 * Stops what the page's scripts would do with its address (`location`, links, `<meta http-equiv=refresh>`). What
 * the user does with the browser's own controls is no such event, and going back reaches only where one was.
 */
export function guardNavigation(onBlocked: OnBlocked): void {
  if (!('navigation' in window)) return;
  navigation.addEventListener('navigate', (event) => {
    const { destination, downloadRequest, navigationType } = event;
    if (navigationType === 'traverse' || isOwnAddress(destination.url)) return;
    if (downloadRequest !== null && isOwnBlob(destination.url)) return;
    event.preventDefault();
    onBlocked({ what: 'navigation', where: destination.url });
  });
}

/** No window but this one: a new one would carry its address out, and no event of this page would tell. */
export function guardWindows(onBlocked: OnBlocked): void {
  window.open = (url = 'about:blank') => {
    onBlocked({ what: 'window', where: String(url) });
    return null;
  };
}

/**
 * Stops links that leave the page, `target="_blank"` among them, which is no navigation of this page. A click
 * that a script makes on a link outside the document passes no listener, so the ways to make one are watched.
 */
export function guardClicks(onBlocked: OnBlocked): void {
  const stops = (path: readonly EventTarget[]): boolean => {
    const where = path.map(leavingAddress).find((address) => address !== null);
    if (where === undefined) return false;
    onBlocked({ what: 'link', where });
    return true;
  };
  for (const type of ['click', 'auxclick']) {
    window.addEventListener(
      type,
      (event) => {
        if (stops(event.composedPath())) event.preventDefault();
      },
      { capture: true },
    );
  }
  /* eslint-disable @typescript-eslint/unbound-method -- both are called with the `this` that they were given */
  const { click } = HTMLElement.prototype;
  HTMLElement.prototype.click = function () {
    if (this.isConnected || !stops(ancestors(this))) click.call(this);
  };
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    const isLoose = event.type === 'click' && this instanceof Element && !this.isConnected;
    return isLoose && stops(ancestors(this)) ? false : dispatchEvent.call(this, event);
  };
}

/** No directive of the policy governs peer connections; the page has no use for one. */
export function removePeerConnections(): void {
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(window, name);
}

function ancestors(element: Element): readonly Element[] {
  const parent = element.parentElement;
  return parent === null ? [element] : [element, ...ancestors(parent)];
}

/** Where a click on this would lead, if that is off the page; null otherwise. */
function leavingAddress(target: EventTarget): string | null {
  if (!(target instanceof Element) || !target.matches('a, area')) return null;
  const href = target.getAttribute('href') ?? target.getAttribute('xlink:href');
  if (href === null) return null;
  const address = URL.canParse(href, document.baseURI) ? new URL(href, document.baseURI).href : href;
  if (isOwnAddress(address) || (target.hasAttribute('download') && isOwnBlob(address))) return null;
  return address;
}

/** The page itself, at any fragment: fragments are never sent. */
function isOwnAddress(address: string): boolean {
  return withoutFragment(address) === withoutFragment(location.href);
}

function isOwnBlob(address: string): boolean {
  return address.startsWith(`blob:${location.origin}/`);
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}
