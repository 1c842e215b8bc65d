/** What somebody who knows says about a rename or a move. */
export interface MoveHint {
  /** The removed element: in words as reports have it, or its pointer in the base, which begins with `#`. */
  readonly from: string;
  /** The added element: in words, or its pointer in the revision. */
  readonly to: string;
  /** `false`: it is not one, whatever speaks for it. */
  readonly confirmed: boolean;
  /** Where the hint stands, for messages: `hints.yaml:3:5`. */
  readonly place: string;
}
