/** An element of the model while it is read, so that a field it lacks is left out without copying what it has. */
export type Draft<Element> = { -readonly [Key in keyof Element]: Element[Key] };
