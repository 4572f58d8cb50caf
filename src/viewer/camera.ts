/** An affine map in the order of `CanvasTransform.setTransform`: x' = a x + c y + e, y' = b x + d y + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is looked at: an image of `columns` x `rows` pixels, each `pixelAspect` times as high as wide. */
export interface ImageGeometry {
  readonly columns: number;
  readonly rows: number;
  readonly pixelAspect: number;
}

/**
 * How an image lies in its view. The flips are those of the screen: they come after the rotation, so that a
 * horizontal flip always swaps left and right as they are seen.
 */
export interface Camera {
  /** CSS pixels of the screen for each column of the image. */
  readonly zoom: number;
  /** From the middle of the view to the middle of the image, in CSS pixels. */
  readonly panX: number;
  readonly panY: number;
  /** Clockwise, 0 to below 360, before the flips. */
  readonly rotationDegrees: number;
  readonly flipHorizontal: boolean;
  readonly flipVertical: boolean;
}

const MIN_ZOOM = 0.01;
const MAX_ZOOM = 200;

/** The whole image, upright, in the middle of the view. */
export function fitCamera(image: ImageGeometry, view: Size): Camera {
  const zoom = Math.min(view.width / image.columns, view.height / (image.rows * image.pixelAspect));
  return {
    zoom: clampZoom(zoom),
    panX: 0,
    panY: 0,
    rotationDegrees: 0,
    flipHorizontal: false,
    flipVertical: false,
  };
}

/** Keeps the point of the image under `point` (CSS pixels from the view's top left corner) where it is. */
export function zoomAbout(camera: Camera, view: Size, point: Point, factor: number): Camera {
  const zoom = clampZoom(camera.zoom * factor);
  const applied = zoom / camera.zoom;
  const fromMiddleX = point.x - view.width / 2;
  const fromMiddleY = point.y - view.height / 2;
  return {
    ...camera,
    zoom,
    panX: fromMiddleX + (camera.panX - fromMiddleX) * applied,
    panY: fromMiddleY + (camera.panY - fromMiddleY) * applied,
  };
}

/** A drag of this many pixels doubles or halves the zoom. */
const PIXELS_PER_DOUBLING = 100;

/** By how much a drag downwards of `dy` CSS pixels zooms: up is in. */
export function zoomFactor(dy: number): number {
  return 2 ** (-dy / PIXELS_PER_DOUBLING);
}

export function pan(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, panX: camera.panX + dx, panY: camera.panY + dy };
}

/** Turns the picture as it is seen, flips included, clockwise about the middle of the view. */
export function rotate(camera: Camera, degrees: number): Camera {
  const { cos, sin } = cosAndSin(degrees);
  const mirrored = camera.flipHorizontal !== camera.flipVertical;
  const turned = camera.rotationDegrees + (mirrored ? -degrees : degrees);
  return {
    ...camera,
    panX: cos * camera.panX - sin * camera.panY,
    panY: sin * camera.panX + cos * camera.panY,
    rotationDegrees: ((turned % 360) + 360) % 360,
  };
}

/** Swaps left and right of the picture as it is seen. */
export function flipHorizontally(camera: Camera): Camera {
  return { ...camera, panX: -camera.panX, flipHorizontal: !camera.flipHorizontal };
}

/** Swaps top and bottom of the picture as it is seen. */
export function flipVertically(camera: Camera): Camera {
  return { ...camera, panY: -camera.panY, flipVertical: !camera.flipVertical };
}

/** Where the image's axes point on the screen: rotation and flips without zoom; columns are unit vectors. */
export function directionMatrix(camera: Camera): Matrix {
  const { cos, sin } = cosAndSin(camera.rotationDegrees);
  const signX = camera.flipHorizontal ? -1 : 1;
  const signY = camera.flipVertical ? -1 : 1;
  return { a: signX * cos, b: signY * sin, c: -signX * sin, d: signY * cos, e: 0, f: 0 };
}

/**
 * From image coordinates (columns and rows; pixel 0, 0 covers 0 to 1) to CSS pixels from the view's top left
 * corner.
 */
export function imageToView(camera: Camera, image: ImageGeometry, view: Size): Matrix {
  const direction = directionMatrix(camera);
  const scaleX = camera.zoom;
  const scaleY = camera.zoom * image.pixelAspect;
  const a = direction.a * scaleX;
  const b = direction.b * scaleX;
  const c = direction.c * scaleY;
  const d = direction.d * scaleY;
  return {
    a,
    b,
    c,
    d,
    e: view.width / 2 + camera.panX - (a * image.columns + c * image.rows) / 2,
    f: view.height / 2 + camera.panY - (b * image.columns + d * image.rows) / 2,
  };
}

export function viewToImage(camera: Camera, image: ImageGeometry, view: Size): Matrix {
  return invertMatrix(imageToView(camera, image, view));
}

export function applyMatrix(matrix: Matrix, point: Point): Point {
  return {
    x: matrix.a * point.x + matrix.c * point.y + matrix.e,
    y: matrix.b * point.x + matrix.d * point.y + matrix.f,
  };
}

/** The matrix has to have an inverse: any camera's has. */
export function invertMatrix({ a, b, c, d, e, f }: Matrix): Matrix {
  const determinant = a * d - b * c;
  return {
    a: d / determinant,
    b: -b / determinant,
    c: -c / determinant,
    d: a / determinant,
    e: (c * f - d * e) / determinant,
    f: (b * e - a * f) / determinant,
  };
}

function clampZoom(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
}

/** Exact at the quarter turns, where Math.cos and Math.sin are off by 1e-16 and would blur pixels' edges. */
function cosAndSin(degrees: number): { readonly cos: number; readonly sin: number } {
  const quarters = degrees / 90;
  if (Number.isInteger(quarters)) {
    const quarter = ((quarters % 4) + 4) % 4;
    return { cos: [1, 0, -1, 0][quarter] ?? 1, sin: [0, 1, 0, -1][quarter] ?? 0 };
  }
  const radians = (degrees * Math.PI) / 180;
  return { cos: Math.cos(radians), sin: Math.sin(radians) };
}
