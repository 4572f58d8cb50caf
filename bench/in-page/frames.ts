/** Resolves when all the work of the frame that is being made is done: scripts, layout, paint. */
export function frameDone(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/** Resolves at the start of the next frame, with the browser's time for it. */
export function nextFrame(): Promise<number> {
  return new Promise((done) => {
    requestAnimationFrame(done);
  });
}

/** Resolves when a state of the page has been painted; it may hold already. */
export async function painted(isThere: () => boolean): Promise<void> {
  await changed(isThere);
  await nextFrame();
  await frameDone();
}

function changed(isThere: () => boolean): Promise<void> {
  if (isThere()) return Promise.resolve();
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      done();
    });
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ['data-phase', 'data-sop-uid'],
    });
  });
}
