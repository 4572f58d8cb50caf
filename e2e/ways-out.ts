/**
 * Ways in which a page or a worker could send something to `target`, an address of another site. Each runs in the
 * browser, by itself: it may not use anything of this module. A way that throws or rejects has been refused.
 */
export type WayOut = (target: string) => unknown;

export const WAYS_OUT_OF_WORKERS: Readonly<Record<string, WayOut>> = {
  fetch: (target) => fetch(target, { method: 'POST', body: 'data', mode: 'no-cors' }),
  XMLHttpRequest: (target) => {
    const request = new XMLHttpRequest();
    request.open('GET', target);
    request.send();
  },
  WebSocket: (target) => new WebSocket(target.replace('http', 'ws')),
  EventSource: (target) => new EventSource(target),
  'dynamic import': (target) => import(target),
  'worker from a URL': (target) => {
    // Its failure would else be taken for one of the worker that started it.
    new Worker(target).onerror = (event) => {
      event.preventDefault();
    };
  },
  'worker from a blob': (target) => {
    const source = `fetch(${JSON.stringify(target)}, { mode: 'no-cors' }).catch(() => undefined)`;
    new Worker(URL.createObjectURL(new Blob([source]))).onerror = (event) => {
      event.preventDefault();
    };
  },
  importScripts: (target) => {
    (Reflect.get(globalThis, 'importScripts') as (address: string) => void)(target);
  },
};

export const WAYS_OUT_OF_THE_PAGE: Readonly<Record<string, WayOut>> = {
  ...WAYS_OUT_OF_WORKERS,
  sendBeacon: (target) => navigator.sendBeacon(target, 'data'),
  'keepalive fetch': (target) =>
    fetch(target, { method: 'POST', body: 'data', mode: 'no-cors', keepalive: true }),
  image: (target) => {
    new Image().src = target;
  },
  video: (target) => {
    Object.assign(document.createElement('video'), { src: target }).load();
  },
  'video with a poster': (target) => {
    document.body.append(Object.assign(document.createElement('video'), { poster: target }));
  },
  audio: (target) => {
    new Audio(target).load();
  },
  'form, GET': (target) => {
    const form = Object.assign(document.createElement('form'), { action: target });
    form.append(Object.assign(document.createElement('input'), { name: 'data', value: 'data' }));
    document.body.append(form);
    form.submit();
  },
  'form, POST, into a new window': (target) => {
    const form = Object.assign(document.createElement('form'), {
      action: target,
      method: 'post',
      target: '_blank',
    });
    document.body.append(form);
    form.submit();
  },
  iframe: (target) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: target }));
  },
  'link, prefetch': (target) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: target }));
  },
  'link, style sheet': (target) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: target }));
  },
  script: (target) => {
    document.head.append(Object.assign(document.createElement('script'), { src: target }));
  },
  font: (target) => new FontFace('away', `url(${target})`).load(),
  'location.href': (target) => {
    location.href = target;
  },
  'location.replace': (target) => {
    location.replace(target);
  },
  'meta refresh': (target) => {
    const meta = Object.assign(document.createElement('meta'), {
      httpEquiv: 'refresh',
      content: `0;url=${target}`,
    });
    document.head.append(meta);
  },
  'window.open': (target) => window.open(target),
  'link, clicked': (target) => {
    const link = Object.assign(document.createElement('a'), { href: target });
    document.body.append(link);
    link.click();
  },
  'link into a new window, clicked': (target) => {
    const link = Object.assign(document.createElement('a'), { href: target, target: '_blank' });
    document.body.append(link);
    link.click();
  },
  'link outside the document, clicked': (target) => {
    Object.assign(document.createElement('a'), { href: target, target: '_blank' }).click();
  },
  'link outside the document, sent a click': (target) => {
    const link = Object.assign(document.createElement('a'), { href: target, target: '_blank' });
    link.dispatchEvent(new MouseEvent('click'));
  },
  'link with a ping': (target) => {
    const link = Object.assign(document.createElement('a'), { href: '#', ping: target });
    document.body.append(link);
    link.click();
    history.replaceState(null, '', location.pathname);
  },
};
