import { escapeSegment, type PointerSegment } from './pointer.js';

/** Where a value stands: a file and the pointer to the value. A chain of parents, so that making one costs one object. */
export class Origin {
  /** Key of the file: its path relative to the folder of the document, or a URL. */
  readonly file: string;
  readonly parent: Origin | undefined;
  readonly key: PointerSegment;
  #pointer: string | undefined;

  private constructor(file: string, parent: Origin | undefined, key: PointerSegment) {
    this.file = file;
    this.parent = parent;
    this.key = key;
  }

  static root(file: string): Origin {
    return new Origin(file, undefined, '');
  }

  at(key: PointerSegment | number): Origin {
    return new Origin(this.file, this, String(key));
  }

  get segments(): PointerSegment[] {
    const segments: PointerSegment[] = [];
    for (let origin: Origin = this; origin.parent !== undefined; origin = origin.parent) segments.push(origin.key);
    return segments.reverse();
  }

  /** The JSON Pointer with a leading `#`. Remembered, for one place is often told many times. */
  get pointer(): string {
    this.#pointer ??= this.parent === undefined ? '#' : `${this.parent.pointer}/${escapeSegment(this.key)}`;
    return this.#pointer;
  }
}
