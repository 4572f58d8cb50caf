import type { FileId } from '../base/ids';
import type { Result } from '../base/result';
import { engine } from './engine';

/** The document or the video stream that an object wraps, as a file of a media type. */
export function readEmbeddedFile(file: FileId, type: string, signal: AbortSignal): Promise<Result<Blob>> {
  return engine.readEmbeddedFile(file, { type, signal });
}

/** The H.264 video of an object in a transport stream, as an MP4 file, which browsers play. */
export function readVideoAsMp4(file: FileId, type: string, signal: AbortSignal): Promise<Result<Blob>> {
  return engine.readEmbeddedFile(file, { request: 'readVideoAsMp4', type, signal });
}
