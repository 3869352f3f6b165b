/** What is seen of one field of a page: all that decides whether a code belongs there, and nothing that was typed. */
export interface FieldSight {
  /** Of an input its type; `textarea`, or `editable` for any other element that is typed into. */
  type: string;
  /** The autocomplete attribute as it stands, and what password managers are told of the field. */
  autocomplete: string;
  name: string;
  id: string;
  /** Its own label by whatever means (label, aria-label, aria-labelledby, title), each text after ` | `. */
  label: string;
  placeholder: string;
  inputMode: string;
  pattern: string;
  /** -1 where there is none. */
  maxLength: number;
  /** -1 where there is none. */
  minLength: number;
  /** Where it lies in its frame, in pixels. */
  box: { x: number; y: number; width: number; height: number };
  /** Whether the focus is on it. */
  focused: boolean;
  /** Whether nothing has been entered; the blanks of an input mask are nothing. */
  empty: boolean;
  /** Whether it takes no input as it is now: read only, or disabled. */
  locked: boolean;
  /** What it lies in, the nearest first and through shadow trees: numbers that are the same for the same element. */
  within: number[];
  /** The text around it: of the smallest part of the page that says something. */
  around: string;
}

/** What is seen of one frame of a page. */
export interface FrameSight {
  /** Its origin; `null` for an opaque one, which is nobody's site. A frame without an address has that of its page. */
  origin: string;
  /** The origins of the pages that it is embedded in; `null` for one that is opaque or may not be known. */
  ancestors: string[];
  title: string;
  /** In the order of the document. */
  fields: FieldSight[];
}
