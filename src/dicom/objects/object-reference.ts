/** Another object, which may be in an open archive or not. */
export interface ObjectReference {
  /** Of which `uid` is one. */
  readonly level: 'instance' | 'series' | 'study';
  readonly uid: string;
  /** `CT Image Storage`; '' where it is not said. */
  readonly sopClassName: string;
  /** `Frame 1, 3`, `Source image for segmentation`; '' where there is nothing to add. */
  readonly note: string;
  /** Of the first frame that is meant, from 0; 0 where all of them are. */
  readonly frameIndex: number;
}
