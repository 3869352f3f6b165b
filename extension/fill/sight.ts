/** What is seen of one field of a page: all that decides whether a code belongs there, and nothing that was typed. */
export interface FieldSight {
  type: string;
  /** The autocomplete attribute as it stands. */
  autocomplete: string;
  name: string;
  id: string;
  /** Its label by whatever means: label, aria-label, aria-labelledby, title, legend, description. */
  label: string;
  placeholder: string;
  inputMode: string;
  pattern: string;
  /** -1 where there is none. */
  maxLength: number;
  /** Where it lies in its frame, in pixels. */
  box: { x: number; y: number; width: number; height: number };
  /** Whether the focus is on it. */
  focused: boolean;
  empty: boolean;
  /** The text around it: of the smallest part of the page that says something, and the page's title. */
  around: string;
}

/** What is seen of one frame of a page. */
export interface FrameSight {
  address: string;
  /** The addresses of the pages that it is embedded in; `null` for one that may not be known. */
  ancestors: string[];
  fields: FieldSight[];
}
